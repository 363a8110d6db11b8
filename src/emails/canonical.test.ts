import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonicalAddress } from "./canonical.ts"

const canonical = (text: string): string | null => {
  const [local = "", domain = ""] = text.split("@")
  const address = canonicalAddress({ local, domain })
  return address && `${address.local}@${address.domain}`
}

describe("canonicalAddress", () => {
  it.each([
    ["a.b.c+d+e@gmail.com", "abc@gmail.com"],
    ["+a.b@gmail.com", "+ab@gmail.com"],
    ["+a+b@outlook.de", "+a+b@outlook.com"],
    ["a+b@hotmail.ca", "a@outlook.com"],
    ["a+b@live.eu", "a@outlook.com"],
    ["a+b@msn.com", "a@outlook.com"],
    ["a-b-c@rocketmail.com", "a-b@yahoo.com"],
    ["a+b@mac.com", "a@icloud.com"],
    ["a.b+c-d@pm.me", "a.b+c-d@protonmail.com"],
    ["a+b@fastmail.fm", "a+b@fastmail.com"],
    ["a+b@walla.com", "a+b@walla.co.il"],
    ["a.b+c-d@example.org", "a.b+c-d@example.org"],
    ["a+b@mail.gmail.com", "a+b@mail.gmail.com"],
  ])("makes of %s %s", (text, expected) => {
    expect(canonical(text)).toBe(expected)
  })

  it.each(["-a@yahoo.com", "0-a@yahoo.com", "0+a@icloud.com", "0.+a@gmail.com"])(
    "has none for %s",
    (text) => {
      expect(canonical(text)).toBeNull()
    },
  )

  it("leaves a canonical address as it is, but for the hyphens of Yahoo", () => {
    const domains = fc.constantFrom("gmail.com", "hotmail.com", "me.com", "proton.me", "fastmail.fm", "b.co")
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z1-9][a-z1-9.+-]*$/), domains, (local, domain) => {
        const once = canonicalAddress({ local, domain })
        expect(once && canonicalAddress(once)).toEqual(once)
      }),
    )
  })
})
