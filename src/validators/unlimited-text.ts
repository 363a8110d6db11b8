import { Refusal, type Validator } from "./validator.ts"

const refusal = new Refusal("Value must be a valid string and at least 1 chars")

/** Appwrite 1.9: a text of any length, but not the empty one. */
export const unlimitedText: Validator<string> = {
  sample: { kind: "text", min: 1, max: Number.POSITIVE_INFINITY },
  check: (value) => (typeof value === "string" && value !== "" ? value : refusal),
}
