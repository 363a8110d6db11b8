import { type Checked, Refusal, type Validator } from "./validator.ts"

function mention<T>(outcome: Checked<T>): Checked<T> {
  return outcome instanceof Refusal ? new Refusal(`${outcome.message} or null`) : outcome
}

/** Appwrite 1.9: what another validator accepts, or `null`; the message says so. */
export function orNull<T>(validator: Validator<T>): Validator<T | null> {
  return {
    sample: { kind: "orNull", of: validator.sample },
    isSecret: validator.isSecret ?? false,
    check(value, context): Checked<T | null> | Promise<Checked<T | null>> {
      if (value === null) return null
      const outcome = validator.check(value, context)
      return outcome instanceof Promise ? outcome.then(mention) : mention(outcome)
    },
  }
}
