/** Anything that JSON text can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject

/** A JSON object, its members in the order of the text. */
export interface JsonObject {
  readonly [member: string]: JsonValue
}

/** Whether a value is a JSON object: neither null nor a list. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Whether a value is a JSON list. */
export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/**
 * Reads JSON text.
 *
 * @returns the value, or undefined when the text is no JSON.
 */
export function parseJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/**
 * The same value with every string in it replaced by `change(string)`.
 * @param changeName does it for the names of members.
 */
export function mapStrings(
  value: JsonValue,
  change: (text: string) => string,
  changeName: (text: string) => string = change,
): JsonValue {
  if (typeof value === "string") return change(value)
  if (isJsonList(value)) return value.map((item) => mapStrings(item, change, changeName))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [changeName(name), mapStrings(member, change, changeName)]),
  )
}

/** Every string in a value, names of members left out. */
export function stringsIn(value: JsonValue): readonly string[] {
  if (typeof value === "string") return [value]
  if (isJsonList(value)) return value.flatMap(stringsIn)
  return isJsonObject(value) ? Object.values(value).flatMap(stringsIn) : []
}
