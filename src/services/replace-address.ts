import type { Call } from "../endpoint.ts"
import { AppwriteError, type ErrorType } from "../errors.ts"
import type { ProviderType, Target } from "../project/records/target.ts"
import type { User } from "../project/records/user.ts"
import { DuplicateError } from "../store/collection.ts"
import { insertOwnTarget } from "./create-user.ts"
import { type UserChanges, updateUser } from "./update-user.ts"
import { targetsOf } from "./user-answer.ts"

type Scene = Pick<Call, "world" | "project">

/**
 * Appwrite 1.9: an email or phone that any target has, even one of the same user, can't be set.
 * @throws AppwriteError `user_target_already_exists`
 */
export function checkIdentifierIsFree({ project }: Scene, identifier: string): void {
  if (project.database.targets.find("identifier", identifier) !== undefined) {
    throw new AppwriteError("user_target_already_exists")
  }
}

/**
 * Stores a changed email or phone.
 * @param taken what the client is told if another user has it.
 */
export function storeAddress(scene: Scene, user: User, changes: UserChanges, taken: ErrorType): User {
  try {
    return updateUser(scene, user, changes)
  } catch (error) {
    throw error instanceof DuplicateError ? new AppwriteError(taken) : error
  }
}

/** The target of a user that holds an email or phone. */
function ownTarget({ project }: Scene, user: User, identifier: string | null): Target | undefined {
  if (identifier === null) return undefined
  const target = project.database.targets.find("identifier", identifier)
  return target?.userId === user.$id ? target : undefined
}

/** Gives a target another identifier. */
function renameTarget({ world, project }: Scene, target: Target, identifier: string): Target {
  return project.database.targets.replace({ ...target, identifier, $updatedAt: world.clock.now() })
}

/**
 * Appwrite 1.9: when users change their own address the target follows, if there is one.
 * @param before what the user had until now.
 * @returns the targets that the answer shows: the renamed one as it was loaded, but with the new address.
 */
export function renameOwnTarget(scene: Scene, user: User, before: string | null, after: string): Target[] {
  const loaded = targetsOf(scene.project, user)
  const target = ownTarget(scene, user, before)
  if (target === undefined) return loaded
  renameTarget(scene, target, after)
  return loaded.map((one) => (one.$id === target.$id ? { ...one, identifier: after } : one))
}

/**
 * Appwrite 1.9: the target follows the email or phone: it is renamed, made or, when the address was cleared, deleted.
 * @param before what the user had until now.
 * @param after the new address, `""` to clear it.
 * @returns the targets that the answer shows: a deleted one is still among them, a renamed one has its old date.
 */
export function moveOwnTarget(
  scene: Scene,
  user: User,
  providerType: ProviderType,
  before: string | null,
  after: string,
): Target[] {
  const target = ownTarget(scene, user, before)
  if (after === "") {
    const shown = targetsOf(scene.project, user)
    if (target !== undefined) scene.project.database.targets.remove(target)
    return shown
  }
  if (target === undefined) {
    insertOwnTarget(scene, user, providerType, after)
    return targetsOf(scene.project, user)
  }
  renameTarget(scene, target, after)
  return targetsOf(scene.project, user).map((shown) =>
    shown.$sequence === target.$sequence ? { ...shown, $updatedAt: target.$updatedAt } : shown,
  )
}
