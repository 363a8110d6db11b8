import fc from "fast-check"
import { expect, test } from "vitest"
import { urlDecode } from "./url-decode.ts"
import { rawUrlEncode } from "./url-encode.ts"

test.each([
  ["azAZ09-._~", "azAZ09-._~"],
  ["a b+c", "a%20b%2Bc"],
  ["!'()*", "%21%27%28%29%2A"],
  [":/?#[]@&=$,;%", "%3A%2F%3F%23%5B%5D%40%26%3D%24%2C%3B%25"],
  ["é€😀", "%C3%A9%E2%82%AC%F0%9F%98%80"],
])("%j becomes %j", (text, encoded) => {
  expect(rawUrlEncode(text)).toBe(encoded)
})

test("what was encoded is unreserved, and decodes to what it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
      const encoded = rawUrlEncode(text)
      expect(encoded).toMatch(/^(?:[A-Za-z0-9\-._~]|%[0-9A-F]{2})*$/)
      expect(urlDecode(encoded)).toBe(text)
    }),
  )
})
