import { md5 } from "@noble/hashes/legacy.js"
import fc from "fast-check"
import { expect, it } from "vitest"
import { md5Options, verifyMd5 } from "./md5.ts"

it.each([
  ["d41d8cd98f00b204e9800998ecf8427e", ""],
  ["f96b697d7cb7938d525a2f31aaf161d0", "message digest"],
  ["4b741ea10f714f0f94b0af03f383f236", "Sup3r-Secret!"],
  ["95eecd060e772906602ad189d7f78fb7", "pässwörd-🔒"],
])("knows the password of %s", (text, password) => {
  expect(verifyMd5(text, password)).toBe(true)
  expect(verifyMd5(text.toUpperCase(), password)).toBe(false)
  expect(verifyMd5(text, `${password}.`)).toBe(false)
})

it("verifies what another implementation hashed, and nothing around it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 256 }), (password) => {
      const text = Buffer.from(md5(Buffer.from(password))).toString("hex")
      expect(verifyMd5(text, password)).toBe(true)
      expect(verifyMd5(`${text}0`, password)).toBe(false)
      expect(verifyMd5(text.slice(1), password)).toBe(false)
    }),
    { numRuns: 20 },
  )
})

it("stores the options of Appwrite", () => {
  expect(JSON.stringify(md5Options())).toBe('{"type":"md5"}')
})
