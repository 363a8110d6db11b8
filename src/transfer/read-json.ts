import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../contract/json-value.ts"

/** A text that says something. */
export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined
}

/** `true`, or nothing. */
export function trueOf(value: JsonValue | undefined): true | undefined {
  return value === true ? true : undefined
}

/** Texts, if there are any. */
export function textsOf(value: JsonValue | undefined): readonly string[] | undefined {
  const texts = isJsonList(value) ? value.filter((one) => typeof one === "string") : []
  return texts.length === 0 ? undefined : texts
}

/** The objects of a list. */
export function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isJsonList(value) ? value.filter(isJsonObject) : []
}

/** An object that has members. */
export function objectOf(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) && Object.keys(value).length > 0 ? value : undefined
}

/** A list, if there is anything in it. */
export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
