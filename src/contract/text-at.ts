import { isJsonList, isJsonObject, type JsonValue } from "./json-value.ts"
import type { Answer } from "./transcript.ts"

/**
 * The text at a place of an answer's body, for a later step to send.
 * @param path members and numbers of items, with dots: `recoveryCodes.0`.
 * @returns the empty text where there is none: the step that sends it is then answered with a refusal, which a comparison
 * shows.
 */
export function textAt({ body }: Answer, path: string): string {
  let value: JsonValue | undefined = body
  for (const name of path.split(".")) {
    value = isJsonList(value) ? value[Number(name)] : isJsonObject(value) ? value[name] : undefined
  }
  return typeof value === "string" ? value : ""
}
