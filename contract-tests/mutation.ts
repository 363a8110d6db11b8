import { isJsonList, isJsonObject, type JsonValue } from "../src/contract/json-value.ts"

/** A way to spoil one value of an answer; undefined where it cannot be told from a right value. */
export type Mutation = (value: JsonValue) => JsonValue | undefined

/** Ways that a server's JSON can be wrong. */
export const mutations: Readonly<Record<string, Mutation>> = {
  "one character short": (value) =>
    typeof value === "string" && value !== "" ? value.slice(0, -1) : undefined,
  "one character long": (value) => (typeof value === "string" ? `${value}0` : undefined),
  "null for a text": (value) => (typeof value === "string" ? null : undefined),
  "a text for null": (value) => (value === null ? "" : undefined),
  "a text for a number": (value) => (typeof value === "number" ? String(value) : undefined),
  "off by one": (value) => (typeof value === "number" ? value + 1 : undefined),
  "the other boolean": (value) => (typeof value === "boolean" ? !value : undefined),
  "a number for a boolean": (value) => (typeof value === "boolean" ? Number(value) : undefined),
  "a list for an object": (value) => (isJsonObject(value) ? Object.values(value) : undefined),
  "a member more": (value) => (isJsonObject(value) ? { ...value, more: null } : undefined),
  "a member less": (value) =>
    isJsonObject(value) && Object.keys(value).length > 0
      ? Object.fromEntries(Object.entries(value).slice(1))
      : undefined,
  "an item more": (value) => (isJsonList(value) ? [...value, value[0] ?? null] : undefined),
  "an item less": (value) => (isJsonList(value) && value.length > 0 ? value.slice(1) : undefined),
}

/** The way to a value inside of another one: names of members and numbers of items. */
export type Way = readonly (string | number)[]

/** The ways to a value and to all that it holds. */
export function waysIn(value: JsonValue, way: Way = []): readonly Way[] {
  if (isJsonList(value)) return [way, ...value.flatMap((item, index) => waysIn(item, [...way, index]))]
  if (!isJsonObject(value)) return [way]
  return [way, ...Object.entries(value).flatMap(([name, item]) => waysIn(item, [...way, name]))]
}

/** The value at the end of a way. */
export function valueAt(value: JsonValue, way: Way): JsonValue | undefined {
  const [first, ...rest] = way
  if (first === undefined) return value
  const next =
    isJsonList(value) && typeof first === "number"
      ? value[first]
      : isJsonObject(value)
        ? value[first]
        : undefined
  return next === undefined ? undefined : valueAt(next, rest)
}

/** A value with the one at the end of a way replaced. */
export function withValueAt(value: JsonValue, way: Way, fresh: JsonValue): JsonValue {
  const [first, ...rest] = way
  if (first === undefined) return fresh
  if (isJsonList(value))
    return value.map((item, index) => (index === first ? withValueAt(item, rest, fresh) : item))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === first ? withValueAt(item, rest, fresh) : item,
    ]),
  )
}
