import { encodeJson } from "../php/json-encode.ts"
import { PhpMap } from "../php/value.ts"
import type { CollectionName } from "../project/database-state.ts"

/** A stored record as people get to see it. */
export type ShownRecord = Readonly<Record<string, unknown>>

const MASK = "(secret)"

/** What of a project is a list of records: each collection, and a setting. */
type RecordList = CollectionName | "mockPhones"

const SECRETS: { readonly [name in RecordList]?: ReadonlySet<string> } = {
  keys: new Set(["secret"]),
  users: new Set(["storedPassword", "passwordHistory", "mfaRecoveryCodes"]),
  sessions: new Set(["secret", "providerAccessToken", "providerRefreshToken"]),
  tokens: new Set(["secret"]),
  identities: new Set(["providerAccessToken", "providerRefreshToken"]),
  authenticators: new Set(["secret"]),
  challenges: new Set(["code"]),
  memberships: new Set(["secret"]),
  messages: new Set(["secret", "link"]),
  mockPhones: new Set(["otp"]),
  providers: new Set(["credentials"]),
}

const DATES: ReadonlySet<string> = new Set([
  "$createdAt",
  "$updatedAt",
  "accessedAt",
  "expire",
  "invited",
  "joined",
  "mfaUpdatedAt",
  "passwordUpdate",
  "providerAccessTokenExpiry",
  "registration",
])

/** Whether there is no secret: no text, no codes, or a password's place without a password. */
function isNothing(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === null || value === ""
  return Array.isArray(value) ? value.length === 0 : "password" in value && value.password === null
}

/**
 * A field's value: dates as ISO 8601, PHP's maps as objects, and secrets masked, unless there is none or they are
 * asked for.
 */
export function shownValue(list: RecordList, field: string, value: unknown, secrets: boolean): unknown {
  if (!secrets && SECRETS[list]?.has(field) && !isNothing(value)) return MASK
  if (DATES.has(field) && typeof value === "number") return new Date(value).toISOString()
  return value instanceof PhpMap ? JSON.parse(encodeJson(value)) : value
}
