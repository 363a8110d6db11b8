import type { Validator } from "./validator.ts"

/** What the validator takes is a secret: it lets somebody in, so that no log and no export shows it. */
export function asSecret<T>(validator: Validator<T>): Validator<T> {
  return { ...validator, isSecret: true }
}
