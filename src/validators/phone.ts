import { Refusal, type Validator } from "./validator.ts"

const MESSAGE = "Phone number must start with a '+' can have a maximum of fifteen digits."

/** A phone number in international form. */
export function phone(): Validator<string> {
  return phoneOr("nothing")
}

/** A phone number that may be cleared with `""`. */
export function phoneOrEmpty(): Validator<string> {
  return phoneOr("empty")
}

/** A phone number of a parameter that takes `null`: only the message differs. */
export function phoneOrNull(): Validator<string> {
  return phoneOr("null")
}

function phoneOr(other: "nothing" | "empty" | "null"): Validator<string> {
  return {
    sample: { kind: "phone", mayBeEmpty: other === "empty" },
    check(value, { rules: { isPhone, orNull } }) {
      if (typeof value === "string" && ((other === "empty" && value === "") || isPhone(value))) return value
      return new Refusal(other === "null" ? MESSAGE + orNull : MESSAGE)
    },
  }
}
