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
  return value
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
