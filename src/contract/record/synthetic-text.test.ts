import fc from "fast-check"
import { expect, test } from "vitest"
import { syntheticTexts } from "./synthetic-text.ts"

const kinds = [/[0-9]/, /[a-z]/, /[A-Z]/]

test("synthetic texts look alike, and are others", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 10 })), (reals) => {
      const texts = syntheticTexts("seed")
      const again = syntheticTexts("seed")
      for (const real of reals) {
        const text = texts.of(real)
        expect(text).toHaveLength(real.length)
        expect(texts.of(real)).toBe(text)
        expect(again.of(real)).toBe(text)
        const isHexadecimal = /^[0-9a-f]*$/.test(real) || /^[A-Z2-7]*$/.test(real)
        if (isHexadecimal) continue
        for (const [index, character] of [...real].entries()) {
          const kind = kinds.find((kind) => kind.test(character))
          if (kind === undefined) expect([...text][index]).toBe(character)
          else expect([...text][index]).toMatch(kind)
        }
      }
    }),
  )
})

test.each(["0123456789", "00ff00ff00ff", "ABCDEFGH234567", "standard_00ff00ff"])(
  "%s keeps its alphabet",
  (real) => {
    const text = syntheticTexts("seed").of(real)
    expect(text).not.toBe(real)
    expect(text).toMatch(
      /^[0-9]+$/.test(real) ? /^[0-9]+$/ : /^[A-Z]/.test(real) ? /^[A-Z2-7]+$/ : /^(standard_)?[0-9a-f]+$/,
    )
  },
)
