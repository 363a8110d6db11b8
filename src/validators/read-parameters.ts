import { AppwriteError, serverFault } from "../errors.ts"
import type { PhpValue } from "../php/value.ts"
import type { Parameters, Values } from "./parameter.ts"
import { Refusal, type ValidationContext } from "./validator.ts"

/** What a client sent, by name; `undefined` is what it did not send. */
export interface SentParameters {
  get(name: string): PhpValue | undefined
}

/**
 * Reads parameters one after the other, in the order of their declaration; the first that is missing or refused ends
 * the request.
 * @throws AppwriteError `general_argument_invalid`; `general_unknown` for a `null` that the action can't take, which
 * the real server notices only when it calls the action, after all checks.
 */
export async function readParameters<P extends Parameters>(
  parameters: P,
  sent: SentParameters,
  context: ValidationContext,
): Promise<Values<P>> {
  const values: Record<string, unknown> = {}
  let unexpectedNull: string | undefined
  for (const name in parameters) {
    const parameter = parameters[name]
    if (parameter === undefined) continue
    const value = sent.get(name)
    if (value === undefined) {
      if (parameter.kind === "required") {
        throw new AppwriteError("general_argument_invalid", `Param "${name}" is not optional.`)
      }
      values[name] = parameter.default
    } else if (value === null && parameter.kind === "optional") {
      if (!parameter.nullable) unexpectedNull ??= name
      values[name] = null
    } else {
      const checked = parameter.validator.check(value, context)
      const outcome = checked instanceof Promise ? await checked : checked
      if (outcome instanceof Refusal) {
        throw new AppwriteError("general_argument_invalid", `Invalid \`${name}\` param: ${outcome.message}`)
      }
      values[name] = outcome
    }
  }
  if (unexpectedNull !== undefined) throw serverFault(`${unexpectedNull} is null`)
  return values as Values<P>
}
