import { describe, expect, it } from "vitest"
import { isAddressLiteral } from "./address-literal.ts"
import { isEmail } from "./syntax.ts"

const ACCEPTED = [
  "[192.0.2.1]",
  "[ipv6:1:2:3:4:5:6:7:8]",
  "[ipv6:2001:db8::1]",
  "[ipv6:::]",
  "[ipv6:::1]",
  "[ipv6:1:2:3:4:5:6::]",
  "[ipv6:1:2:3:4:5:6:192.0.2.1]",
  "[ipv6:::192.0.2.1]",
  "[ipv6:1:2::3:4:192.0.2.1]",
]
const REFUSED = [
  "[256.0.2.1]",
  "[192.0.2.01]",
  "[192.0.2]",
  "192.0.2.1",
  "[2001:db8::1]",
  "[ipv6:1:2:3:4:5:6:7]",
  "[ipv6:1:2:3:4:5:6:7::]",
  "[ipv6:1::2::3]",
  "[ipv6:12345::]",
  "[ipv6:g::]",
  "[ipv6:192.0.2.1]",
  "[ipv6:1:2:3:4:5::192.0.2.1]",
  "[ipv6:]",
]

describe("isAddressLiteral", () => {
  it.each(ACCEPTED)("takes %s", (text) => {
    expect(isAddressLiteral(text)).toBe(true)
    expect(isEmail(`a@${text.toUpperCase()}`)).toBe(true)
  })

  it.each(REFUSED)("refuses %s", (text) => {
    expect(isAddressLiteral(text)).toBe(false)
    expect(isEmail(`a@${text}`)).toBe(false)
  })
})
