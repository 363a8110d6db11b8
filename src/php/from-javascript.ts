import { PhpFloat, PhpMap, type PhpValue } from "./value.ts"

/** As deep as `json_decode` goes. */
const MAX_NESTING = 511

/**
 * The PHP value that a JavaScript value becomes on its way through JSON: whole numbers are integers, members that are
 * `undefined` are left out.
 *
 * @returns `undefined` for what JSON can't say: functions, symbols, `NaN`, instances of classes, more than 511 levels
 */
export function phpOf(value: unknown, nesting = 0): PhpValue | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "bigint":
      return value
    case "number":
      return numberOf(value)
    case "object":
      if (value === null) return null
      if (nesting >= MAX_NESTING) return undefined
      return Array.isArray(value) ? listOf(value, nesting + 1) : mapOf(value, nesting + 1)
    default:
      return undefined
  }
}

/** Whether a value is an object as JSON has it. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Also one that comes from another realm, such as a test runner's.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function numberOf(value: number): PhpValue | undefined {
  if (Number.isSafeInteger(value)) return value
  return Number.isFinite(value) ? new PhpFloat(value) : undefined
}

function listOf(items: readonly unknown[], nesting: number): PhpValue | undefined {
  const values: PhpValue[] = []
  for (const item of items) {
    const value = phpOf(item, nesting)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values.slice()
}

function mapOf(object: object, nesting: number): PhpValue | undefined {
  if (!isPlainObject(object)) return undefined
  const keys: string[] = []
  const values: PhpValue[] = []
  for (const key of Object.keys(object)) {
    if (object[key] === undefined) continue
    const value = phpOf(object[key], nesting)
    if (value === undefined) return undefined
    keys.push(key)
    values.push(value)
  }
  return PhpMap.of(keys, values)
}
