import type { User } from "../project/records/user.ts"
import { isEmailOfIdentity } from "../services/create-user.ts"
import { encodeSecret, hashSecret, sessionSecret } from "../services/secrets.ts"
import { UNKNOWN_COUNTRY } from "../services/sessions.ts"
import type { ReadIdentity, ReadLog, ReadSession } from "./belonging-shapes.ts"
import type { PlantedSession } from "./planted.ts"
import { idOf, type Planting, plant } from "./planting.ts"
import type { ReadUser } from "./user-shape.ts"

const LOOPBACK = "127.0.0.1"

/** Stores a session. @returns `undefined` if it was refused. */
export function plantSession(
  planting: Planting,
  user: User,
  session: ReadSession,
): PlantedSession | undefined {
  const { project, world, now } = planting
  const { $createdAt = now, secret = sessionSecret(world.randomness) } = session
  const stored = plant(planting, () =>
    project.database.sessions.insert(($sequence) => ({
      $sequence,
      $id: idOf(planting, session.$id),
      $createdAt,
      $updatedAt: $createdAt,
      userId: user.$id,
      provider: session.provider ?? "server",
      providerUid: session.providerUid ?? null,
      providerAccessToken: null,
      providerAccessTokenExpiry: null,
      providerRefreshToken: null,
      secret: hashSecret(secret),
      expire: session.expire ?? $createdAt + project.settings.sessionDuration * 1000,
      ip: session.ip ?? LOOPBACK,
      countryCode: UNKNOWN_COUNTRY.countryCode,
      factors: session.factors ?? ["server"],
      mfaUpdatedAt: session.mfaUpdatedAt ?? null,
      ...planting.deviceOf(session.userAgent ?? ""),
    })),
  )
  return stored && { $id: stored.$id, secret: encodeSecret(user.$id, secret) }
}

/** Stores an identity. Appwrite 1.9: an account at a provider, and its email, belong to one user only. */
export function plantIdentity(planting: Planting, user: User, identity: ReadIdentity): void {
  const { project, reading, now } = planting
  const { $createdAt = now } = identity
  const providerEmail = (identity.providerEmail ?? user.email ?? "").toLowerCase()
  const holder = project.database.users.find("email", providerEmail)
  if (
    providerEmail !== "" &&
    ((holder ?? user).$id !== user.$id || isEmailOfIdentity(project, providerEmail, user))
  ) {
    reading.at("providerEmail", () => reading.refuse("Another user has this email"))
    return
  }
  plant(planting, () =>
    project.database.identities.insert(($sequence) => ({
      $sequence,
      $id: idOf(planting, identity.$id),
      $createdAt,
      $updatedAt: $createdAt,
      userId: user.$id,
      provider: identity.provider,
      providerUid: identity.providerUid,
      providerEmail,
      providerAccessToken: identity.providerAccessToken ?? "",
      providerAccessTokenExpiry: identity.providerAccessTokenExpiry ?? null,
      providerRefreshToken: identity.providerRefreshToken ?? "",
    })),
  )
}

/** Stores an authenticator. @returns its secret; `null` for a user without one. */
export function plantTotp(planting: Planting, user: User, { totp }: ReadUser): string | null {
  const { project, world, now } = planting
  if (totp === undefined || planting.totp === undefined) return null
  const secret = totp.secret ?? planting.totp.newSecret(world.randomness)
  project.database.authenticators.insert(($sequence) => ({
    $sequence,
    $id: world.uniqueId(),
    $createdAt: now,
    $updatedAt: now,
    userId: user.$id,
    type: "totp",
    secret,
    verified: totp.verified ?? true,
  }))
  return secret
}

/** Stores an entry of the audit log: what the user did. */
export function plantLog({ project, world, now }: Planting, user: User, log: ReadLog): void {
  const { time = now } = log
  project.database.logs.insert(($sequence) => ({
    $sequence,
    $id: world.uniqueId(),
    $createdAt: time,
    $updatedAt: time,
    event: log.event,
    userType: "user",
    userSequence: user.$sequence,
    userId: user.$id,
    userName: user.name,
    userEmail: user.email,
    resource: null,
    ip: log.ip ?? LOOPBACK,
    userAgent: log.userAgent ?? "",
  }))
}
