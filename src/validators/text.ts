import { Refusal, type Validator } from "./validator.ts"

/** Length in Unicode characters, counted only as far as it matters. */
function isLongerThan(text: string, max: number): boolean {
  if (text.length <= max) return false
  let length = 0
  for (const _ of text) if (++length > max) return true
  return false
}

/**
 * A text.
 * @param max longest length in Unicode characters.
 * @param min least length; 0 lets the empty text in.
 */
export function text(max: number, min: 0 | 1 = 1): Validator<string> {
  const least = min === 0 ? "" : ` at least ${min} chars and`
  const refusal = new Refusal(`Value must be a valid string and${least} no longer than ${max} chars`)
  return {
    sample: { kind: "text", min, max },
    check: (value) =>
      typeof value === "string" && value.length >= min && !isLongerThan(value, max) ? value : refusal,
  }
}
