import { decodeBase64Json } from "./base64-json.ts"
import { compareIdentifier } from "./compare-identifier.ts"
import type { Comparison, Verdict } from "./comparison.ts"
import type { JsonObject, JsonValue } from "./json-value.ts"
import { isSameDistance } from "./timeline.ts"

interface Jwt {
  readonly header: string
  readonly claims: JsonObject
  readonly parts: readonly [header: string, payload: string, signature: string]
}

/** Whether a text is a JWT: three base64url parts, the first two with JSON objects. */
export function isJwt(text: string): boolean {
  return readJwt(text) !== undefined
}

function readJwt(text: string): Jwt | undefined {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return undefined
  const [header = "", payload = "", signature = ""] = text.split(".")
  const claims = decodeBase64Json(payload)
  if (decodeBase64Json(header) === undefined || claims === undefined) return undefined
  return { header, claims, parts: [header, payload, signature] }
}

/** Compares JWTs: the same header, the same claims (times by distance), a signature of the same length. */
export function compareJwt(recorded: string, given: string, comparison: Comparison): Verdict {
  const before = readJwt(recorded)
  const now = readJwt(given)
  if (before === undefined || now === undefined) return "is no JWT"
  if (before.header !== now.header) return "has another header"
  if (before.parts[2].length !== now.parts[2].length) return "has a signature of another length"
  const names = new Set([...Object.keys(before.claims), ...Object.keys(now.claims)])
  for (const name of names) {
    const verdict = compareClaim(name, before.claims[name], now.claims[name], comparison)
    if (verdict !== undefined) return `claim ${name} ${verdict}`
  }
  // Two JWTs with the same claims are the same text if they were made within one second, so that whether a
  // JWT repeats says nothing.
  comparison.twins.note(before.parts[1], now.parts[1])
  comparison.twins.note(before.parts[2], now.parts[2])
  comparison.twins.note(recorded, given)
  return undefined
}

function compareClaim(
  name: string,
  recorded: JsonValue | undefined,
  given: JsonValue | undefined,
  comparison: Comparison,
): Verdict {
  if (recorded === undefined) return "is not in the recording"
  if (given === undefined) return "is missing"
  if (typeof recorded === "string" && typeof given === "string") {
    return compareIdentifier(recorded, given, comparison)
  }
  if (isTimeClaim(name) && typeof recorded === "number" && typeof given === "number") {
    const { timeline, step } = comparison
    const isRight =
      Number.isInteger(given) && isSameDistance(timeline, step, recorded * 1000, given * 1000, 1000)
    return isRight ? undefined : "lies elsewhere relative to the request"
  }
  return JSON.stringify(recorded) === JSON.stringify(given) ? undefined : "differs"
}

function isTimeClaim(name: string): boolean {
  return name === "exp" || name === "iat" || name === "nbf"
}
