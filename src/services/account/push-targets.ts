import { detectDevice } from "../../devices/detect.ts"
import { type Call, endpoint } from "../../endpoint.ts"
import { AppwriteError, serverFault } from "../../errors.ts"
import { target } from "../../models/target.ts"
import { isEmpty } from "../../php/empty.ts"
import type { Target } from "../../project/records/target.ts"
import type { User } from "../../project/records/user.ts"
import { DuplicateError } from "../../store/collection.ts"
import { customId, uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { chosenId } from "../create-user.ts"
import { ownUser } from "../own-account.ts"

/** Appwrite 1.9: brand and model of the device, and a blank between the two even if both are unknown. */
async function deviceName({ request }: Call): Promise<string> {
  const { deviceBrand, deviceModel } = await detectDevice(request.userAgent)
  return `${deviceBrand} ${deviceModel}`
}

/**
 * The caller's user. An API key may have the scope of these routes, but no account to give a target to.
 * @throws AppwriteError `general_unknown`
 */
function owner(call: Call): User {
  if (call.caller.role !== "users") throw serverFault("only users have devices")
  return ownUser(call)
}

/**
 * A target of the caller, of any type.
 * @throws AppwriteError `user_target_not_found`
 */
function loadOwnTarget(call: Call, targetId: string): Target {
  const found = call.project.database.targets.find("$id", targetId)
  if (found?.userId !== owner(call).$id) throw new AppwriteError("user_target_not_found")
  return found
}

/**
 * Appwrite 1.9: POST /v1/account/targets/push. The target ends with the session that makes it. Whether there is such a
 * provider plays no part.
 */
export const createPushTarget = endpoint({
  method: "POST",
  path: "/account/targets/push",
  scopes: ["targets.write"],
  params: {
    targetId: required(customId()),
    identifier: required(text(255)),
    providerId: optional(uid(), ""),
  },
  event: "users.[userId].targets.[targetId].create",
  model: target,
  action: async (call) => {
    const { caller, params, project, world } = call
    const name = await deviceName(call)
    return () => {
      const now = world.clock.now()
      try {
        return project.database.targets.insert(($sequence) => ({
          $sequence,
          $id: chosenId(world, params.targetId),
          $createdAt: now,
          $updatedAt: now,
          userId: owner(call).$id,
          name,
          providerType: "push",
          providerId: isEmpty(params.providerId) ? null : params.providerId,
          identifier: params.identifier,
          sessionId: caller.role === "users" ? (caller.session?.$id ?? null) : null,
          expired: false,
        }))
      } catch (error) {
        throw error instanceof DuplicateError ? new AppwriteError("user_target_already_exists") : error
      }
    }
  },
})

/** Appwrite 1.9: PUT /v1/account/targets/:targetId/push. An identifier that another target has makes the server fail. */
export const updatePushTarget = endpoint({
  method: "PUT",
  path: "/account/targets/:targetId/push",
  scopes: ["targets.write"],
  params: { targetId: required(uid()), identifier: required(text(255)) },
  event: "users.[userId].targets.[targetId].update",
  model: target,
  action: async (call) => {
    const { params, project, world } = call
    const name = await deviceName(call)
    return () => {
      const before = loadOwnTarget(call, params.targetId)
      const identifier = isEmpty(params.identifier) ? before.identifier : params.identifier
      const isSame = identifier === before.identifier && name === before.name && !before.expired
      if (isSame) return before
      const after = { ...before, identifier, name, expired: false, $updatedAt: world.clock.now() }
      try {
        return project.database.targets.replace(after)
      } catch (error) {
        throw error instanceof DuplicateError ? project.rules.duplicate() : error
      }
    }
  },
})

/** Appwrite 1.9: DELETE /v1/account/targets/:targetId/push. */
export const deletePushTarget = endpoint({
  method: "DELETE",
  path: "/account/targets/:targetId/push",
  scopes: ["targets.write"],
  params: { targetId: required(uid()) },
  audit: "target.delete",
  event: "users.[userId].targets.[targetId].delete",
  action: (call) => {
    const found = loadOwnTarget(call, call.params.targetId)
    call.project.database.targets.remove(found)
    call.reply.tells(target, found)
  },
})
