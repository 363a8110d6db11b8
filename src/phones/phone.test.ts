import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { callingCodes } from "./calling-codes.ts"
import { isPhone } from "./phone.ts"

/** Accepted by a real Appwrite 1.9.6. */
const ACCEPTED = [
  "+442071838750",
  "+4915112345678",
  "+33612345678",
  "+393401234567",
  "+34612345678",
  "+919876543210",
  "+8613812345678",
  "+81312345678",
  "+5511987654321",
  "+61412345678",
  "+27821234567",
  "+2348031234567",
  "+972501234567",
  "+905321234567",
  "+79161234567",
  "+380501234567",
  "+48501234567",
  "+31612345678",
  "+32470123456",
  "+41791234567",
  "+46701234567",
  "+4712345678",
  "+4512345678",
  "+358401234567",
  "+353851234567",
  "+351912345678",
  "+302101234567",
  "+6591234567",
  "+85291234567",
  "+886912345678",
  "+821012345678",
  "+6281234567890",
  "+639171234567",
  "+84912345678",
  "+66812345678",
  "+521234567890",
  "+541112345678",
  "+56912345678",
  "+573001234567",
  "+51912345678",
  "+1234567",
  "+12345678",
  "+123456789",
  "+1234567890",
  "+12345678901",
  "+123456789012",
  "+1234567890123",
  "+12345678901234",
  "+123456789012345",
  "+10000000000",
  "+19999999999",
  "+8001234567",
  "+88213123456",
  "+87012345678",
  "+3780549123456",
  "+15555551234",
  "+16175551212",
  "+14155550101\n",
  "+14155550100",
]

/** Refused by a real Appwrite 1.9.6. */
const REFUSED = [
  "+1",
  "+12",
  "+123",
  "+1234",
  "+12345",
  "+123456",
  "+1234567890123456",
  "+999123456789",
  "+0123456789",
  "+00123456789",
  "+1 415 555 2671",
  "+1-415-555-2671",
  "+1(415)5552671",
  "+1415555267a",
  "＋14155552671",
  "+١٤١٥٥٥٥٢٦٧١",
  "00442071838750",
  "+44 20 7183 8750",
  "+442071838750x1",
  "+290123",
  "+11",
  "nope",
  "bad",
  "16175551212",
  "+1 617 555 1212",
  "+1-617-555",
  "abc",
  "++1617",
  " ",
]

describe("isPhone", () => {
  it.each(ACCEPTED)("takes %j", (text) => {
    expect(isPhone(text)).toBe(true)
  })

  it.each(REFUSED)("refuses %j", (text) => {
    expect(isPhone(text)).toBe(false)
  })

  it.each(["", "+14155550100\n\n", "\n+14155550100", "+210123456789", "+384123456789", "+999123456789"])(
    "refuses %j",
    (text) => {
      expect(isPhone(text)).toBe(false)
    },
  )

  it("takes seven to fifteen digits behind the + if they begin with a calling code", () => {
    fc.assert(
      fc.property(fc.constantFrom(...callingCodes), fc.stringMatching(/^\d{0,20}$/), (code, rest) => {
        const digits = code + rest
        expect(isPhone(`+${digits}`)).toBe(digits.length >= 7 && digits.length <= 15)
      }),
    )
  })

  it("has no calling code that begins with another, so that one at most fits", () => {
    const longer = [...callingCodes].filter(
      (code) => callingCodes.has(code.slice(0, -1)) || callingCodes.has(code.slice(0, 1)),
    )
    expect(longer.filter((code) => code.length > 1)).toEqual([])
  })
})
