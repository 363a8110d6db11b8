import { jsonErrorAt } from "../php/json-decode.ts"
import { SeedError } from "./seed-error.ts"
import { textPlace } from "./text-place.ts"

/** @throws SeedError which names line and column. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const at = jsonErrorAt(text) ?? text.length
    const found = at < text.length ? JSON.stringify(text.slice(at, at + 1)) : "the end of the file"
    throw new SeedError(file, [
      { path: "", reason: `${textPlace(text, at)}: this is no JSON, ${found} was not expected` },
    ])
  }
}
