import { isObject } from "../check-members.ts"
import { ControlError } from "./control-error.ts"

/**
 * Reads a request's body, which is to be a JSON object.
 * @throws ControlError 400
 */
export function readObject(body: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new ControlError(400, "The body is no JSON.")
  }
  if (!isObject(value)) throw new ControlError(400, "The body is no JSON object.")
  if (isDeeper(value, DEEPEST)) throw new ControlError(400, `The body is nested more than ${DEEPEST} deep.`)
  return value
}

/** As deep as PHP reads JSON. Far deeper, nothing can be told of a value, not even what is wrong with it. */
const DEEPEST = 512

/** Whether lists and objects are in each other more than so often. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1))
}
