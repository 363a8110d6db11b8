import type { ApiKey, KeyScopes } from "../project/api-key.ts"
import { ControlError } from "./control-error.ts"

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function readScopes(value: unknown, path: string): KeyScopes {
  if (value === "all") return value
  if (Array.isArray(value) && value.every((scope) => typeof scope === "string")) return new Set(value)
  throw new ControlError(400, `${path}: expected "all" or a list of scopes such as ["users.read"].`)
}

function readKey(value: unknown, path: string): ApiKey {
  if (!isRecord(value)) throw new ControlError(400, `${path}: expected an object.`)
  const { secret, scopes = "all" } = value
  if (typeof secret !== "string" || secret === "") {
    throw new ControlError(400, `${path}.secret: expected a text.`)
  }
  return { name: "Emulator", secret, scopes: readScopes(scopes, `${path}.scopes`), expire: null }
}

/**
 * Reads the API keys of a project from a request body: `{"keys":[{"secret":"…","scopes":["users.read"]}]}`.
 * @throws ControlError 400, which names the member that is wrong.
 */
export function readKeys(body: string): ApiKey[] {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new ControlError(400, "The body is no JSON.")
  }
  if (!isRecord(value) || !Array.isArray(value.keys)) {
    throw new ControlError(400, 'keys: expected a list such as [{"secret":"…","scopes":"all"}].')
  }
  return value.keys.map((key, index) => readKey(key, `keys[${index}]`))
}
