import { phpOf } from "../../php/from-javascript.ts"
import { type Checked, Refusal, type Validator } from "../../validators/validator.ts"
import { schemaOfSample } from "./json-schema.ts"
import type { Reading } from "./reading.ts"
import type { Shape } from "./shape.ts"

/** A value as a parameter of the API takes it, under the same rule and with the same message. */
export function value<T>(validator: Validator<T>): Shape<T, T> {
  return valueAs<T, T>(validator)
}

/**
 * A value that is written in another way than the API's actions get it.
 * @typeParam In how it is written in a seed.
 */
export function valueAs<In, Out>(validator: Validator<Out>): Shape<In, Out> {
  return {
    read(written, reading) {
      const sent = phpOf(written)
      if (sent === undefined) {
        reading.refuse("There is no JSON for this value")
        return undefined
      }
      const outcome = validator.check(sent, reading.context)
      if (outcome instanceof Promise) throw new Error("A shape can't wait for its validator")
      return accepted(outcome, reading)
    },
    schema: () => schemaOfSample(validator.sample),
  }
}

function accepted<T>(outcome: Checked<T>, reading: Reading): T | undefined {
  if (!(outcome instanceof Refusal)) return outcome
  reading.refuse(outcome.message)
  return undefined
}
