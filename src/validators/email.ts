import { isEmail } from "../emails/syntax.ts"
import { Refusal, type Validator } from "./validator.ts"

const MESSAGE = "Value must be a valid email address"

/** Appwrite 1.9: an email address, as it was sent. */
export function email(): Validator<string> {
  return emailOr(MESSAGE, false)
}

/** An email address that may be cleared with `""`. */
export function emailOrEmpty(): Validator<string> {
  return emailOr(MESSAGE, true)
}

/** An email address of a parameter that takes `null`: only the message differs. */
export function emailOrNull(): Validator<string> {
  return emailOr(`${MESSAGE} or null`, false)
}

function emailOr(message: string, mayBeEmpty: boolean): Validator<string> {
  const refusal = new Refusal(message)
  return {
    sample: { kind: "email", mayBeEmpty },
    check: (value) =>
      typeof value === "string" && ((mayBeEmpty && value === "") || isEmail(value)) ? value : refusal,
  }
}
