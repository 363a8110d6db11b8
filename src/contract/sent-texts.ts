import { isJsonList, isJsonObject, parseJson, stringsIn } from "./json-value.ts"
import type { SentStep } from "./transcript.ts"

/**
 * Every text that a step's client sends: values of headers, query and body, segments of the path, and the
 * values inside of texts that are JSON or a form themselves.
 */
export function sentTexts(step: SentStep): readonly string[] {
  const [path = "", search = ""] = step.path.split("?", 2)
  const direct = [
    ...path.split("/").map(percentDecode),
    ...new URLSearchParams(search).values(),
    ...Object.values(step.query).flat(),
    ...Object.values(step.headers),
    ...contentTexts(step),
  ]
  return direct.flatMap((text) => [text, ...nestedTexts(text)])
}

function contentTexts({ content }: SentStep): readonly string[] {
  if (content === undefined) return []
  if ("json" in content) return stringsIn(content.json)
  return [content.raw, ...new URLSearchParams(content.raw).values()]
}

function nestedTexts(text: string): readonly string[] {
  // Most texts are no JSON, and to find that out by parsing takes long.
  if (!/^\s*[[{]/.test(text)) return []
  const value = parseJson(text)
  return isJsonObject(value) || isJsonList(value) ? stringsIn(value) : []
}

function percentDecode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
