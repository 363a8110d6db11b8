import { isJsonObject, type JsonObject, parseJson } from "./json-value.ts"

/** Reads base64 or base64url text that holds a JSON object; undefined for anything else. */
export function decodeBase64Json(text: string): JsonObject | undefined {
  // Every JSON object begins with `{"`, and so its base64 form with `ey`.
  if (!text.startsWith("ey")) return undefined
  const value = parseJson(Buffer.from(text, "base64").toString("utf8"))
  return isJsonObject(value) ? value : undefined
}
