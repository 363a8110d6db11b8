import { Refusal, type Validator } from "./validator.ts"

const MESSAGE = "Value must be a valid email address"

/** An email address, as it was sent. */
export function email(): Validator<string> {
  return emailOr("nothing")
}

/** An email address that may be cleared with `""`. */
export function emailOrEmpty(): Validator<string> {
  return emailOr("empty")
}

/** An email address of a parameter that takes `null`: only the message differs. */
export function emailOrNull(): Validator<string> {
  return emailOr("null")
}

function emailOr(other: "nothing" | "empty" | "null"): Validator<string> {
  return {
    sample: { kind: "email", mayBeEmpty: other === "empty" },
    check(value, { rules: { emails, orNull } }) {
      if (other === "empty" && emails.isEmpty(value)) return ""
      if (typeof value === "string" && emails.isEmail(value)) return value
      return new Refusal(other === "null" ? MESSAGE + orNull : MESSAGE)
    },
  }
}
