import { isJsonList, isJsonObject, type JsonValue } from "../json-value.ts"
import type { Answer } from "../transcript.ts"

/**
 * An answer without what tells only where server and client stand and what the project is called: as a client on the same
 * machine would have got it from a project named `project`. So the client's address and country, domain and `secure` of
 * cookies, and the issuer in the URIs of authenticators are always the same. Appwrite 1.9 sets no domain on a loopback
 * address.
 */
export function withoutSurroundings(answer: Answer): Answer {
  return {
    ...answer,
    cookies: answer.cookies.map((line) =>
      line.replace(/; domain=[^;]*/i, "").replace(/; secure(?=;|$)/i, ""),
    ),
    body: plainValue(answer.body),
  }
}

function plainValue(value: JsonValue): JsonValue {
  if (typeof value === "string") return plainText(value)
  if (isJsonList(value)) return value.map(plainValue)
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).map(([name, item]) => [name, plainValue(item)] as const)
  if (typeof value.ip !== "string" || value.countryCode === undefined) return Object.fromEntries(members)
  // Appwrite 1.9 leaves the name empty in the answers of some routes.
  return { ...Object.fromEntries(members), ...HERE, ...(value.countryName === "" && { countryName: "" }) }
}

/** Where Appwrite 1.9 takes a loopback address to be. */
const HERE = { ip: "127.0.0.1", countryCode: "--", countryName: "Unknown" }

const authenticator = /^(otpauth:\/\/totp\/)[^?]*?(%3A[^?]*\?.*?issuer=)[^&]*/

function plainText(text: string): string {
  return text.replace(authenticator, "$1project$2project")
}
