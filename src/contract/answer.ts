import { comparedHeaders } from "./compare-headers.ts"
import { parseJson } from "./json-value.ts"
import type { Answer } from "./transcript.ts"

// As far as recordings keep a text that is no JSON.
const textLimit = 400

/** Reads a response in the form of the recordings: only the compared headers, the body parsed. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const headers = comparedHeaders.flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    cookies: response.headers.getSetCookie(),
    body: text === "" ? null : (parseJson(text) ?? { $text: text.slice(0, textLimit) }),
  }
}
