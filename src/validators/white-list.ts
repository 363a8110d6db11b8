import { Refusal, type Validator } from "./validator.ts"

/**
 * Appwrite 1.9: one of some words, in any case. The action gets what was sent, not the word of the list: rules that
 * compare it afterwards do so with case.
 */
export function whiteList(words: readonly string[]): Validator<string> {
  const allowed = new Set(words.map((word) => word.toLowerCase()))
  const refusal = new Refusal(`Value must be one of (${[...allowed].join(", ")})`)
  return {
    sample: { kind: "word", words, anyCase: true },
    check: (value) => {
      if (typeof value !== "string" && typeof value !== "number") return refusal
      return allowed.has(String(value).toLowerCase()) ? String(value) : refusal
    },
  }
}

/** Appwrite 1.9: one of some words, exactly. */
export function exactWhiteList<const W extends string>(words: readonly W[]): Validator<W> {
  const refusal = new Refusal(`Value must be one of (${words.join(", ")})`)
  return {
    sample: { kind: "word", words, anyCase: false },
    check: (value) => words.find((word) => word === value) ?? refusal,
  }
}
