import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { target, targetList } from "../../models/target.ts"
import { isEmpty } from "../../php/empty.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { listSource } from "../../queries/record-source.ts"
import { DuplicateError } from "../../store/collection.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { customId, uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { text } from "../../validators/text.ts"
import { whiteList } from "../../validators/white-list.ts"
import { chosenId } from "../create-user.ts"
import { listRecords } from "../list-records.ts"
import { loadUser } from "../load-user.ts"
import { checkIdentifier, isProviderType, loadTarget, PROVIDER_TYPES } from "../targets.ts"

const one = { userId: required(uid()), targetId: required(uid()) }

/**
 * Appwrite 1.9: POST /v1/users/:userId/targets. An unknown provider is ignored. The provider type passes in any case,
 * but the rule that looks at it knows only small letters.
 */
export const createTarget = endpoint({
  method: "POST",
  path: "/users/:userId/targets",
  scopes: ["users.write"],
  params: {
    targetId: required(customId()),
    userId: required(uid()),
    providerType: required(whiteList(PROVIDER_TYPES)),
    identifier: required(text(255)),
    providerId: optional(uid(), ""),
    name: optional(text(128), ""),
  },
  audit: "target.create",
  event: "users.[userId].targets.[targetId].create",
  model: target,
  action: ({ world, project, params }) => {
    const { database } = project
    const { providerType } = params
    if (!isProviderType(providerType)) throw new AppwriteError("provider_incorrect_type")
    checkIdentifier(project.rules, providerType, params.identifier)
    const { $id: userId } = loadUser(project, params.userId)
    const now = world.clock.now()
    try {
      return database.targets.insert(($sequence) => ({
        $sequence,
        $id: chosenId(world, params.targetId),
        $createdAt: now,
        $updatedAt: now,
        userId,
        name: params.name === "" ? null : params.name,
        providerType,
        providerId: database.providers.find("$id", params.providerId)?.$id ?? null,
        identifier: params.identifier,
        sessionId: null,
        expired: false,
      }))
    } catch (error) {
      throw error instanceof DuplicateError ? new AppwriteError("user_target_already_exists") : error
    }
  },
})

const attributes = {
  userId: "string",
  providerId: "string",
  identifier: "string",
  providerType: "string",
} as const

/** Appwrite 1.9: GET /v1/users/:userId/targets. The cursor may be a target of another user. */
export const listTargets = endpoint({
  method: "GET",
  path: "/users/:userId/targets",
  scopes: ["users.read"],
  params: {
    userId: required(uid()),
    queries: optional(queries(attributes), NO_QUERIES),
    total: optional(looseBoolean, true),
  },
  model: targetList,
  action: (call) => {
    const { targets } = call.project.database
    const user = loadUser(call.project, call.params.userId)
    const { page, total } = listRecords(call, {
      source: listSource(targets.all("userId", user.$id)),
      queries: call.params.queries,
      total: call.params.total,
      cursorName: "Target",
      findCursor: (id) => targets.find("$id", id),
      tellsRefusals: false,
    })
    return { total, targets: page }
  },
})

/** Appwrite 1.9: GET /v1/users/:userId/targets/:targetId. */
export const getTarget = endpoint({
  method: "GET",
  path: "/users/:userId/targets/:targetId",
  scopes: ["users.read"],
  params: one,
  model: target,
  action: ({ project, params }) => loadTarget(project, loadUser(project, params.userId), params.targetId),
})

/**
 * Appwrite 1.9: PATCH /v1/users/:userId/targets/:targetId. An identifier that another target has makes the real server
 * fail. The user's own email and phone stay as they are.
 */
export const updateTarget = endpoint({
  method: "PATCH",
  path: "/users/:userId/targets/:targetId",
  scopes: ["users.write"],
  params: {
    ...one,
    identifier: optional(text(255), ""),
    providerId: optional(uid(), ""),
    name: optional(text(128), ""),
  },
  audit: "target.update",
  event: "users.[userId].targets.[targetId].update",
  model: target,
  action: ({ world, project, params }) => {
    const { database } = project
    const before = loadTarget(project, loadUser(project, params.userId), params.targetId)
    const after = { ...before }
    if (!isEmpty(params.identifier)) {
      checkIdentifier(project.rules, before.providerType, params.identifier)
      after.identifier = params.identifier
      after.expired = false
    }
    if (!isEmpty(params.providerId)) {
      const provider = database.providers.find("$id", params.providerId)
      if (provider === undefined) throw new AppwriteError("provider_not_found")
      if (provider.type !== before.providerType) throw new AppwriteError("provider_incorrect_type")
      after.providerId = provider.$id
    }
    if (!isEmpty(params.name)) after.name = params.name
    const isSame =
      after.identifier === before.identifier &&
      after.expired === before.expired &&
      after.providerId === before.providerId &&
      after.name === before.name
    if (isSame) return before
    try {
      return database.targets.replace({ ...after, $updatedAt: world.clock.now() })
    } catch (error) {
      throw error instanceof DuplicateError ? project.rules.duplicate() : error
    }
  },
})

/** Appwrite 1.9: DELETE /v1/users/:userId/targets/:targetId. */
export const deleteTarget = endpoint({
  method: "DELETE",
  path: "/users/:userId/targets/:targetId",
  scopes: ["users.write"],
  params: one,
  audit: "target.delete",
  event: "users.[userId].targets.[targetId].delete",
  action: ({ project, params }) => {
    const found = loadTarget(project, loadUser(project, params.userId), params.targetId)
    project.database.targets.remove(found)
  },
})
