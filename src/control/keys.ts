import { isObject } from "../check-members.ts"
import type { ApiKey, KeyScopes } from "../project/api-key.ts"
import { ControlError } from "./control-error.ts"
import { readObject } from "./read-body.ts"

function readScopes(value: unknown, path: string): KeyScopes {
  if (value === "all") return value
  if (Array.isArray(value) && value.every((scope) => typeof scope === "string")) return new Set(value)
  throw new ControlError(400, `${path}: expected "all" or a list of scopes such as ["users.read"].`)
}

function readKey(value: unknown, path: string): ApiKey {
  if (!isObject(value)) throw new ControlError(400, `${path}: expected an object.`)
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
  const { keys } = readObject(body)
  if (!Array.isArray(keys)) {
    throw new ControlError(400, 'keys: expected a list such as [{"secret":"…","scopes":"all"}].')
  }
  return keys.map((key, index) => readKey(key, `keys[${index}]`))
}
