import { createHash } from "node:crypto"
import { decodeBase64Json } from "../base64-json.ts"
import { isSecretMember } from "../compare-secret.ts"
import { readSessionSecret } from "../compare-session-secret.ts"
import { isJsonList, isJsonObject, type JsonValue, parseJson } from "../json-value.ts"
import { sentTexts } from "../sent-texts.ts"
import type { Answer, Step } from "../transcript.ts"
import type { SyntheticTexts } from "./synthetic-text.ts"

/**
 * The secrets in the steps of a recording, each with the text that takes its place: what the server made to let somebody
 * in (secrets of sessions, tokens, keys and authenticators, recovery codes, signatures of JWTs), hashes of passwords, and
 * credentials of providers. What else the client chose stays.
 */
export function secretsIn(
  steps: readonly Step[],
  synthetic: SyntheticTexts,
): readonly (readonly [real: string, synthetic: string])[] {
  const pairs = new Map<string, string>()
  const sent = new Set<string>()

  function add(real: string): void {
    if (real !== "" && !pairs.has(real)) pairs.set(real, synthetic.of(real))
  }

  function addSession(text: string): boolean {
    const session = readSessionSecret(text)
    if (session === undefined) return false
    const { id, secret } = session
    add(secret)
    const fresh = pairs.get(secret) ?? secret
    // Appwrite 1.9 lists sessions to API keys with the SHA-256 of their secrets.
    pairs.set(sha256(secret), sha256(fresh))
    const whole = Buffer.from(JSON.stringify({ id, secret: fresh })).toString("base64")
    pairs.set(text, whole)
    // As the text stands in a cookie whose padding is percent-encoded.
    pairs.set(text.replace(/=+$/, ""), whole.replace(/=+$/, ""))
    return true
  }

  function addText(text: string, member: string): void {
    if (addSession(text)) return
    const [header = "", payload = "", signature = ""] = text.split(".")
    const isJwt = decodeBase64Json(header) !== undefined && decodeBase64Json(payload) !== undefined
    const [, salt, hash] = /^\$argon2id?\$[^$]*\$[^$]*\$([^$]+)\$([^$]+)$/.exec(text) ?? []
    if (isJwt) add(signature)
    else if (sent.has(text)) return
    else if (salt !== undefined && hash !== undefined) {
      add(salt)
      add(hash)
    } else if (isSecretMember(member)) add(text)
  }

  for (const step of steps) {
    for (const text of sentTexts(step)) sent.add(text)
    for (const text of credentialsIn(step)) add(text)
    for (const [text, member] of answeredTexts(step.answer)) addText(text, member)
  }
  return [...pairs]
}

/** Each text of an answer with the member that holds it. */
function answeredTexts({ body, headers, cookies }: Answer): readonly (readonly [string, string])[] {
  const fallback = parseJson(headers["x-fallback-cookies"] ?? "null") ?? null
  const values = cookies.map((line) => decodeURIComponent(/=([^;]*)/.exec(line)?.[1] ?? ""))
  return [...textsIn(body, ""), ...textsIn(fallback, ""), ...values.map((value) => [value, ""] as const)]
}

function textsIn(value: JsonValue, member: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[value, member]]
  if (isJsonList(value)) return value.flatMap((item) => textsIn(item, member))
  return isJsonObject(value) ? Object.entries(value).flatMap(([name, item]) => textsIn(item, name)) : []
}

// Shorter ones are made up: no service gives them out.
const CREDENTIAL_LENGTH = 8

/** What a client tells of the services that deliver its messages. */
function credentialsIn({ path, content }: Step): readonly string[] {
  if (!path.startsWith("/messaging/providers") || content === undefined || !("json" in content)) return []
  return textsIn(content.json, "").flatMap(([text, member]) =>
    /key|secret|token|password|sid|json/i.test(member) && text.length >= CREDENTIAL_LENGTH ? [text] : [],
  )
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}
