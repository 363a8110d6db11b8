import { createHash } from "node:crypto"
import { isJsonList, isJsonObject, type JsonValue, parseJson } from "../src/contract/json-value.ts"
import type { Transcript } from "../src/contract/transcript.ts"

/** Gives a recording's texts as another run of the same server could have held them. */
export interface Renewal {
  text(text: string, member?: string): string
  value(value: JsonValue, member?: string): JsonValue
}

const hexadecimal = "0123456789abcdef"
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

/**
 * Renews what the server made in a transcript: every such value gets another one of its form, always the same
 * one, and every date moves by `shift` milliseconds. What the client chose stays. It knows the server's forms
 * on its own account, so that it checks the comparison rather than repeats it.
 */
export function renewalOf(transcript: Transcript, shift: number): Renewal {
  const made = madeTokens(transcript)
  const renewed = new Map<string, string>()

  function renew(token: string, alphabet: string): string {
    const known = renewed.get(token)
    if (known !== undefined) return known
    const fresh = freshText(token, alphabet)
    renewed.set(token, fresh)
    if (token.length >= 64) renewed.set(sha256(token), sha256(fresh))
    return fresh
  }

  function text(old: string, member = ""): string {
    const session = sessionOf(old)
    if (session !== undefined) return toBase64(value(session), "base64")
    if (/^ey[\w-]+\.ey[\w-]+\.[\w-]{43}$/.test(old)) return jwt(old)
    if (old.startsWith("$argon2") && made.has(old))
      return old.replace(/[^$]+\$[^$]+$/, (end) => renewed.get(end) ?? renewHash(end))
    if (member === "random_state")
      return old.replace(/ (\d{10})/, (_, seconds) => ` ${Number(seconds) + shift / 1000}`)
    const isSecret = member === "secret" || member === "recoveryCodes"
    if (isSecret && made.has(old)) return renew(old, alphabetOf(old))
    return old
      .replace(/\d{4}-\d\d-\d\d([T ])\d\d:\d\d:\d\d\.\d{3}(\+00:00)?/g, (date) =>
        made.has(date) ? moved(date) : date,
      )
      .replace(/(secret=)([A-Z2-7]{16,})/, (_, name, secret) => name + renew(secret, base32))
      .replace(/(?<![+0-9a-f])[0-9a-f]{10,}/g, (token) =>
        made.has(token) || renewed.has(token) ? renew(token, hexadecimal) : token,
      )
      .replace(/ey[A-Za-z0-9+/]{30,}=*/g, (run) => (sessionOf(run) === undefined ? run : text(run)))
      .replace(/^[A-Z2-7]{103}$/, (secret) => renew(secret, base32))
      .replace(/^[0-9a-f]{4,9}$/, (code) => renewed.get(code) ?? code)
  }

  function renewHash(end: string): string {
    const fresh = end.replace(/[^$]+/g, (part) => freshText(part, base64))
    renewed.set(end, fresh)
    return fresh
  }

  function moved(date: string): string {
    const iso = new Date(Date.parse(`${date.slice(0, 23).replace(" ", "T")}Z`) + shift).toISOString()
    return iso.slice(0, 23).replace("T", date[10] ?? "T") + date.slice(23)
  }

  function jwt(old: string): string {
    const [header = "", payload = "", signature = ""] = old.split(".")
    const claims = value(parseJson(Buffer.from(payload, "base64url").toString()) ?? null)
    if (!isJsonObject(claims)) return old
    const later = { ...claims, exp: Number(claims.exp) + shift / 1000 }
    return `${header}.${toBase64(later, "base64url")}.${freshText(signature, base64url)}`
  }

  function value(old: JsonValue, member = ""): JsonValue {
    if (typeof old === "string") return text(old, member)
    if (isJsonList(old)) return old.map((item) => value(item, member))
    if (!isJsonObject(old)) return old
    return Object.fromEntries(Object.entries(old).map(([name, item]) => [text(name), value(item, name)]))
  }

  return { text, value }
}

/** Tokens and dates that an answer held before any request did. */
function madeTokens(transcript: Transcript): ReadonlySet<string> {
  const made = new Set<string>([transcript.project])
  let requests = ""
  for (const { path, query, headers, content, answer } of transcript.steps) {
    requests += JSON.stringify([path, query, headers, content])
    const body = JSON.stringify(answer.body)
    for (const token of body.match(
      /(?<![+0-9a-f])[0-9a-f]{10,}|\$argon2[^"]+|\d{4}-\d\d-\d\d[T ][\d:.]{12}(?:\+00:00)?/g,
    ) ?? []) {
      if (!requests.includes(token)) made.add(token)
    }
    for (const [, token = ""] of body.matchAll(
      /"(?:secret|recoveryCodes)":\[?"([0-9a-f]+|[A-Z2-7]{16,})"/g,
    )) {
      if (!requests.includes(`"${token}"`)) made.add(token)
    }
    for (const run of [...answer.cookies, answer.headers["x-fallback-cookies"] ?? "", body]
      .join()
      .match(/ey[A-Za-z0-9+/]{30,}/g) ?? []) {
      const inner = sessionOf(run)
      for (const token of JSON.stringify(inner ?? null).match(/[0-9a-f]{20,}/g) ?? []) made.add(token)
    }
  }
  return made
}

function sessionOf(text: string): JsonValue | undefined {
  if (!/^ey[A-Za-z0-9+/]+=*$/.test(text)) return undefined
  const value = parseJson(Buffer.from(text, "base64").toString())
  return isJsonObject(value) && typeof value.secret === "string" ? value : undefined
}

function alphabetOf(token: string): string {
  if (/^[0-9]{6}$/.test(token)) return "0123456789"
  return /^[0-9a-f]+$/.test(token) ? hexadecimal : base32
}

function freshText(token: string, alphabet: string): string {
  return Array.from(token, (_, index) => {
    const byte = createHash("sha256").update(`${token}/${index}`).digest()[0] ?? 0
    return alphabet[byte % alphabet.length]
  }).join("")
}

function toBase64(value: JsonValue, encoding: "base64" | "base64url"): string {
  return Buffer.from(JSON.stringify(value)).toString(encoding)
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}
