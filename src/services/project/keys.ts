import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { key, keyList } from "../../models/key.ts"
import type { Project } from "../../project/project.ts"
import type { Key } from "../../project/records/key.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { collectionSource } from "../../queries/record-source.ts"
import { DuplicateError } from "../../store/collection.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { customId, uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { chosenId } from "../create-user.ts"
import { listRecords } from "../list-records.ts"
import { keyParameters } from "./key-parameters.ts"
import { newKeySecret } from "./key-secret.ts"

/** Appwrite 1.9: as many keys as a list shows if nobody sets a limit. */
const DEFAULT_LIMIT = 5000

/** @throws AppwriteError `key_not_found` */
function loadKey({ database }: Project, keyId: string): Key {
  const found = database.keys.find("$id", keyId)
  if (found === undefined) throw new AppwriteError("key_not_found")
  return found
}

/** Appwrite 1.9: POST /v1/project/keys. */
export const createKey = endpoint({
  method: "POST",
  path: "/project/keys",
  scopes: ["keys.write"],
  params: { keyId: required(customId()), ...keyParameters },
  event: "keys.[keyId].create",
  model: key,
  action: ({ world, project, params: { keyId, ...sent } }) => {
    const now = world.clock.now()
    try {
      return project.database.keys.insert(($sequence) => ({
        $sequence,
        $id: chosenId(world, keyId),
        $createdAt: now,
        $updatedAt: now,
        ...sent,
        secret: newKeySecret(world.randomness),
        accessedAt: null,
        sdks: [],
      }))
    } catch (error) {
      throw error instanceof DuplicateError ? new AppwriteError("key_already_exists") : error
    }
  },
})

const attributes = { expire: "datetime", accessedAt: "datetime", name: "string", scopes: "string[]" } as const

/** Appwrite 1.9: GET /v1/project/keys. The keys that the emulator was started with are not among them. */
export const listKeys = endpoint({
  method: "GET",
  path: "/project/keys",
  scopes: ["keys.read"],
  params: {
    queries: optional(queries(attributes), NO_QUERIES),
    total: optional(looseBoolean, true),
  },
  model: keyList,
  action: (call) => {
    const { keys } = call.project.database
    const sent = call.params.queries
    const { page, total } = listRecords(call, {
      source: collectionSource(keys, []),
      queries: { ...sent, limit: sent.limit ?? DEFAULT_LIMIT },
      total: call.params.total,
      cursorName: "Key",
      findCursor: (id) => keys.find("$id", id),
      tellsRefusals: false,
    })
    return { total, keys: page }
  },
})

/** Appwrite 1.9: GET /v1/project/keys/:keyId. */
export const getKey = endpoint({
  method: "GET",
  path: "/project/keys/:keyId",
  scopes: ["keys.read"],
  params: { keyId: required(uid()) },
  model: key,
  action: ({ project, params }) => loadKey(project, params.keyId),
})

/**
 * Appwrite 1.9: PUT /v1/project/keys/:keyId. All is replaced: without `expire` the key never expires. An update that
 * changes nothing does not move `$updatedAt`.
 */
export const updateKey = endpoint({
  method: "PUT",
  path: "/project/keys/:keyId",
  scopes: ["keys.write"],
  params: { keyId: required(uid()), ...keyParameters },
  event: "keys.[keyId].update",
  model: key,
  action: ({ world, project, params: { keyId, ...sent } }) => {
    const before = loadKey(project, keyId)
    const isSame =
      sent.name === before.name &&
      sent.expire === before.expire &&
      sent.scopes.length === before.scopes.length &&
      sent.scopes.every((scope, index) => scope === before.scopes[index])
    if (isSame) return before
    return project.database.keys.replace({ ...before, ...sent, $updatedAt: world.clock.now() })
  },
})

/** Appwrite 1.9: DELETE /v1/project/keys/:keyId. The key is of no use at once. */
export const deleteKey = endpoint({
  method: "DELETE",
  path: "/project/keys/:keyId",
  scopes: ["keys.write"],
  params: { keyId: required(uid()) },
  event: "keys.[keyId].delete",
  action: ({ project, params }) => project.database.keys.remove(loadKey(project, params.keyId)),
})
