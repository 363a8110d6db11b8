import fc from "fast-check"
import { expect, test } from "vitest"
import { messageLink } from "./message-link.ts"

test.each([
  ["http://localhost/reset", "http://localhost/reset?userId=u&secret=s"],
  ["http://localhost/reset?x=1&y=a+b", "http://localhost/reset?x=1&y=a+b&userId=u&secret=s"],
  ["http://localhost/#top", "http://localhost/?userId=u&secret=s#top"],
  ["exp://x", "exp://x?userId=u&secret=s"],
  ["http://localhost/?secret=mine", "http://localhost/?secret=s&userId=u"],
])("%s", (url, link) => {
  expect(messageLink(url, { userId: "u", secret: "s" })).toBe(link)
})

test("what is added can be read from the link again", () => {
  const texts = fc.dictionary(fc.string({ minLength: 1 }), fc.string())
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), texts, (url, added) => {
      const { searchParams, hash } = new URL(messageLink(url, added))
      for (const [name, value] of Object.entries(added)) expect(searchParams.getAll(name)).toEqual([value])
      expect(hash).toBe(new URL(url).hash)
    }),
  )
})
