import { AppwriteError, serverFault } from "../errors.ts"
import type { NowOrLater } from "../now-or-later.ts"
import type { PhpValue } from "../php/value.ts"
import type { Parameter, Parameters, Values } from "./parameter.ts"
import { type Checked, Refusal, type ValidationContext } from "./validator.ts"

/** What a client sent, by name; `undefined` is what it did not send. */
export interface SentParameters {
  get(name: string): PhpValue | undefined
}

/**
 * Reads parameters one after the other, in the order of their declaration; the first that is missing or refused ends
 * the request. Few validators have something to wait for; without them nothing is waited for here.
 * The reader throws an `AppwriteError`: `general_argument_invalid`, or `general_unknown` for a `null` that the action
 * can't take, which the real server notices only when it calls the action, after all checks.
 */
export function parameterReader<P extends Parameters>(
  parameters: P,
): (sent: SentParameters, context: ValidationContext) => NowOrLater<Values<P>> {
  const entries = Object.entries(parameters)
  return (sent, context) => {
    const values: Record<string, unknown> = {}
    let unexpectedNull: string | undefined

    function readFrom(start: number): NowOrLater<Values<P>> {
      for (let index = start; index < entries.length; index += 1) {
        const entry = entries[index]
        if (entry === undefined) continue
        const [name, parameter] = entry
        const value = sent.get(name)
        if (value === undefined) {
          values[name] = defaultOf(name, parameter)
        } else if (value === null && parameter.kind === "optional") {
          if (!parameter.nullable) unexpectedNull ??= name
          values[name] = null
        } else {
          const checked = parameter.validator.check(value, context)
          if (checked instanceof Promise) {
            return checked.then((outcome) => {
              values[name] = accepted(name, outcome)
              return readFrom(index + 1)
            })
          }
          values[name] = accepted(name, checked)
        }
      }
      if (unexpectedNull !== undefined) throw serverFault(`${unexpectedNull} is null`)
      return values as Values<P>
    }

    return readFrom(0)
  }
}

/** What the action gets for a parameter that was not sent. */
function defaultOf(name: string, parameter: Parameter<unknown>): unknown {
  if (parameter.kind === "optional") return parameter.default
  throw new AppwriteError("general_argument_invalid", `Param "${name}" is not optional.`)
}

function accepted(name: string, outcome: Checked<unknown>): unknown {
  if (!(outcome instanceof Refusal)) return outcome
  throw new AppwriteError("general_argument_invalid", `Invalid \`${name}\` param: ${outcome.message}`)
}
