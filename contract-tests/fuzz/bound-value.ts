import { isJsonList, isJsonObject, type JsonValue } from "../../src/contract/json-value.ts"
import { fillPlaces } from "../../src/contract/lock-step/places.ts"

/** All of them fall on the same few users, so that calls meet. */
const PLACES = { run: "fuzz", phone: "+1555555010" }

/** Fills in what the values of samples leave open: places, and stand-ins for what earlier answers held. */
export function boundValue(value: JsonValue, person: string, known: readonly string[]): JsonValue {
  if (typeof value === "string") return fillPlaces(value, person, PLACES)
  if (isJsonList(value)) return value.map((item) => boundValue(item, person, known))
  if (!isJsonObject(value)) return value
  if (value.$json !== undefined) return JSON.stringify(boundValue(value.$json, person, known))
  if (value.$earlier !== undefined) {
    const nth = typeof value.nth === "number" ? value.nth : 0
    return known.at(-1 - nth) ?? boundValue(value.otherwise ?? null, person, known)
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, boundValue(one, person, known)]),
  )
}
