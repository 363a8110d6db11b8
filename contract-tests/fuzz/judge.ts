import type { WireAnswer } from "./exchange.ts"

/** What is wrong with an answer of whatever route, in words; empty if nothing is. */
export function wrongInAnswer({ status, head, body }: WireAnswer): string[] {
  if (!(status >= 200 && status < 600)) return [`no status: ${head.slice(0, 100)}`]
  if (/"stack"|node_modules|\.ts:\d+/.test(body)) return [`tells of itself: ${shown(status, body)}`]
  if (/^content-type: application\/json/im.test(head) && body !== "" && !isJson(body)) {
    return [`is no JSON: ${shown(status, body)}`]
  }
  return []
}

export const shown = (status: number, body: string): string =>
  `${status} ${JSON.stringify(body.slice(0, 200))}`

/** The parsed body of an answer; `undefined` if it is no JSON. */
export function jsonOf({ head, body }: WireAnswer): unknown {
  return /^content-type: application\/json/im.test(head) && isJson(body) ? JSON.parse(body) : undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
