import { Refusal, type Validator } from "./validator.ts"

const DIGITS = [..."0123456789"].join(", ")

/** Appwrite 1.9: a text of exactly `length` decimal digits. */
export function digits(length: number): Validator<string> {
  const pattern = new RegExp(`^[0-9]{${length}}$`)
  const refusal = new Refusal(
    `Value must be a valid string and exactly ${length} chars and only consist of '${DIGITS}' chars`,
  )
  return {
    sample: { kind: "text", min: length, max: length, pattern },
    check: (value) => (typeof value === "string" && pattern.test(value) ? value : refusal),
  }
}
