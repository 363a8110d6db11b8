import { isJsonObject } from "../json-value.ts"
import type { Answer } from "../transcript.ts"
import type { Call, Route } from "./call.ts"
import { CannotCompare } from "./cannot-compare.ts"

/** What a server tells of how it was set up, and not of its rules. The action has not begun then. */
const setUp: ReadonlyMap<string, string> = new Map([
  ["general_smtp_disabled", "the server sends no mail"],
  ["general_phone_disabled", "the server sends no SMS"],
  ["project_provider_disabled", "the provider is switched off"],
  ["user_auth_method_unsupported", "the project does not allow this way to log in"],
])

/**
 * Why a call can't be compared that a server has answered so.
 *
 * @param changesSettings whether walks switch ways to log in on and off themselves.
 * @returns the reason, if there is one.
 * @throws CannotCompare when the key lacks a scope that walks need.
 */
export function leftOutBecause(
  { as }: Call,
  { scopes }: Pick<Route, "scopes">,
  { status, body }: Answer,
  changesSettings: boolean,
): string | undefined {
  const type = status < 400 || !isJsonObject(body) ? undefined : body.type
  if (typeof type !== "string") return undefined
  // These two no key can have.
  const isForKeys = scopes.some((scope) => scope !== "account" && scope !== "public")
  if (as === "key" && isForKeys && type === "general_unauthorized_scope") {
    throw new CannotCompare(`The key lacks a scope (${scopes.join(", ")}): give it all that there are.`)
  }
  if (changesSettings && type === "user_auth_method_unsupported") return undefined
  return setUp.get(type)
}
