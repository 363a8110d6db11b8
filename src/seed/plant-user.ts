import { noEmailFacts } from "../emails/facts.ts"
import type { ProviderType } from "../project/records/target.ts"
import type { User } from "../project/records/user.ts"
import { insertOwnTarget, isEmailOfIdentity, newUserRecord } from "../services/create-user.ts"
import type { ReadTarget } from "./belonging-shapes.ts"
import { idOf, type Planting, plant } from "./planting.ts"
import type { PreparedUser } from "./prepare-users.ts"

const NOTHING: readonly never[] = Object.freeze([])

/**
 * Stores a user with the targets. Appwrite 1.9: an email that an identity of another user holds can't be a user's.
 * @returns `undefined` if it was refused.
 */
export function plantUser(planting: Planting, user: PreparedUser): User | undefined {
  const { project, reading } = planting
  const { email } = user
  if (email !== null && isEmailOfIdentity(project, email)) {
    reading.at("email", () => reading.refuse("An identity of another user has this email"))
    return undefined
  }
  const stored = plant(planting, () =>
    project.database.users.insert(($sequence) => recordOf(planting, user, $sequence)),
  )
  if (stored === undefined) return undefined
  plantTargets(planting, stored, user.read.targets ?? NOTHING)
  return stored
}

function recordOf(
  { project, now, factsOf }: Planting,
  { $id, email, storedPassword, read: user }: PreparedUser,
  $sequence: number,
): User {
  const { $createdAt = now } = user
  return newUserRecord($sequence, $createdAt, {
    $id,
    $updatedAt: user.$updatedAt,
    name: user.name ?? "",
    email,
    phone: user.phone ?? null,
    emailVerification: user.emailVerification,
    phoneVerification: user.phoneVerification,
    status: user.status,
    labels: user.labels && [...new Set(user.labels)],
    storedPassword,
    remembersPassword: project.settings.passwordHistory > 0,
    passwordUpdate: user.passwordUpdate,
    registration: user.registration,
    accessedAt: user.accessedAt ?? null,
    mfa: user.mfa,
    mfaRecoveryCodes: user.recoveryCodes,
    prefs: user.prefs,
    impersonator: user.impersonator,
    emailFacts: email === null ? noEmailFacts : factsOf(email),
  })
}

/** Those of email and phone come first, unless the seed says more of them. */
function plantTargets(planting: Planting, user: User, written: readonly ReadTarget[]): void {
  const own = (type: ProviderType, identifier: string | null): void => {
    if (identifier === null) return
    if (written.some((target) => target.identifier === identifier)) return
    insertOwnTarget(planting, user, type, identifier)
  }
  own("email", user.email)
  own("sms", user.phone)
  if (written.length === 0) return
  planting.reading.at("targets", () => {
    written.forEach((target, index) => {
      planting.reading.at(index, () => plantTarget(planting, user, target))
    })
  })
}

function plantTarget(planting: Planting, { $id: userId }: User, target: ReadTarget): void {
  const { project, reading, now } = planting
  const { providerId } = target
  const provider = providerId === undefined ? undefined : project.database.providers.find("$id", providerId)
  if (providerId !== undefined && provider?.type !== target.providerType) {
    reading.at("providerId", () =>
      reading.refuse(`There is no provider for ${target.providerType} with this ID`),
    )
    return
  }
  const { $createdAt = now } = target
  plant(planting, () =>
    project.database.targets.insert(($sequence) => ({
      $sequence,
      $id: idOf(planting, target.$id),
      $createdAt,
      $updatedAt: $createdAt,
      userId,
      name: target.name === undefined || target.name === "" ? null : target.name,
      providerType: target.providerType,
      providerId: provider?.$id ?? null,
      identifier: target.identifier,
      sessionId: null,
      expired: target.expired ?? false,
    })),
  )
}
