import { isPhone } from "../phones/phone.ts"
import { Refusal, type Validator } from "./validator.ts"

const MESSAGE = "Phone number must start with a '+' can have a maximum of fifteen digits."

/** Appwrite 1.9: a phone number in international form. */
export function phone(): Validator<string> {
  return phoneOr(MESSAGE, false)
}

/** A phone number that may be cleared with `""`. */
export function phoneOrEmpty(): Validator<string> {
  return phoneOr(MESSAGE, true)
}

/** A phone number of a parameter that takes `null`: only the message differs. */
export function phoneOrNull(): Validator<string> {
  return phoneOr(`${MESSAGE} or null`, false)
}

function phoneOr(message: string, mayBeEmpty: boolean): Validator<string> {
  const refusal = new Refusal(message)
  return {
    sample: { kind: "phone", mayBeEmpty },
    check: (value) =>
      typeof value === "string" && ((mayBeEmpty && value === "") || isPhone(value)) ? value : refusal,
  }
}
