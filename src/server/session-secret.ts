import { decodeJson } from "../php/json-decode.ts"
import { isPhpArray, phpGet } from "../php/value.ts"

/** What a client shows of its session. */
export interface SessionSecret {
  readonly id: string
  readonly secret: string
}

/** What was shown, and whether the fallback header had to be asked, which the answer's headers tell. */
export interface ShownSession {
  readonly shown: SessionSecret | undefined
  readonly usedFallback: boolean
}

function decode(value: string | undefined): SessionSecret | undefined {
  if (!value) return undefined
  const decoded = decodeJson(Buffer.from(value, "base64").toString())
  if (decoded === undefined || !isPhpArray(decoded)) return undefined
  const [id, secret] = [phpGet(decoded, "id"), phpGet(decoded, "secret")]
  if (typeof id !== "string" || typeof secret !== "string" || (id === "" && secret === "")) return undefined
  return { id, secret }
}

function cookie(header: string, name: string): string | undefined {
  for (const part of header.split(";")) {
    const equals = part.indexOf("=")
    if (equals === -1 || part.slice(0, equals).trim() !== name) continue
    const value = part.slice(equals + 1).trim()
    try {
      return decodeURIComponent(value)
    } catch {
      return value
    }
  }
  return undefined
}

function fallbackCookie(header: string | null, name: string): string | undefined {
  const cookies = header === null ? undefined : decodeJson(header)
  const value = cookies !== undefined && isPhpArray(cookies) ? phpGet(cookies, name) : undefined
  return typeof value === "string" ? value : undefined
}

/**
 * Appwrite 1.9: the session that a request shows: in the project's cookie, in the older one beside it, in
 * `X-Appwrite-Session`, or in `X-Fallback-Cookies`, whichever decodes first.
 */
export function shownSession(headers: Headers, projectId: string): ShownSession {
  const name = `a_session_${projectId}`
  const cookies = headers.get("cookie")
  const shown =
    (cookies === null
      ? undefined
      : (decode(cookie(cookies, name)) ?? decode(cookie(cookies, `${name}_legacy`)))) ??
    decode(headers.get("x-appwrite-session") ?? undefined)
  if (shown !== undefined) return { shown, usedFallback: false }
  return { shown: decode(fallbackCookie(headers.get("x-fallback-cookies"), name)), usedFallback: true }
}
