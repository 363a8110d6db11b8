import { DEFAULT_API_KEY } from "../defaults.ts"
import { phpGet } from "../php/value.ts"
import type { Exchange } from "../server/exchange.ts"

/** Appwrite 1.9: the headers that let somebody in. */
const CREDENTIAL_HEADERS = [
  "x-appwrite-key",
  "x-appwrite-dev-key",
  "x-appwrite-jwt",
  "x-appwrite-session",
  "x-fallback-cookies",
  "cookie",
] as const

/** Shorter texts stand in a message by chance. */
const LEAST_LENGTH = 6

/** The parameters that their route declares as secrets, as far as they were sent as texts. */
export function secretParameters({
  arrival,
  endpoint,
}: Exchange): readonly (readonly [name: string, sent: string])[] {
  return Object.entries(endpoint?.params ?? {}).flatMap(([name, { validator }]) => {
    const value = validator.isSecret ? phpGet(arrival.sent, name) : undefined
    return typeof value === "string" ? [[name, value] as const] : []
  })
}

/** How a URL holds a text. What is no Unicode, which JSON may send, can't stand there. */
const inUrl = (text: string): string => encodeURIComponent(Buffer.from(text).toString())

/**
 * A text without the secrets that its request brought: some messages repeat what was sent. The default key is none: it stands in
 * the README, and is called as the project is.
 */
export function withoutSecrets(text: string, exchange: Exchange): string {
  const { headers } = exchange.arrival.request
  const credentials = CREDENTIAL_HEADERS.map((name) => headers.get(name) ?? "")
  let clean = text
  const sent = secretParameters(exchange).map(([, secret]) => secret)
  for (const secret of [...credentials, ...sent]) {
    if (secret.length < LEAST_LENGTH || secret === DEFAULT_API_KEY) continue
    for (const form of [secret, inUrl(secret)]) clean = clean.replaceAll(form, "***")
  }
  return clean
}
