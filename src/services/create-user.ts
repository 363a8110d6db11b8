import { type EmailFacts, emailFacts, noEmailFacts } from "../emails/facts.ts"
import type { Call } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import type { StoredPassword } from "../passwords/stored.ts"
import type { Project } from "../project/project.ts"
import type { ProviderType, Target } from "../project/records/target.ts"
import type { User } from "../project/records/user.ts"
import { DuplicateError } from "../store/collection.ts"
import type { Unnumbered } from "../store/document.ts"
import { UNIQUE } from "../validators/id.ts"
import type { World } from "../world.ts"

/** What differs between the ways in which users come to be. */
export interface NewUser {
  readonly $id: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly storedPassword: StoredPassword
  readonly emailFacts: EmailFacts
  /** Whether the hash is the first of the password history. */
  readonly remembersPassword: boolean
  readonly accessedAt: number | null
  /** `null` for a password that nobody knows; by default it is set now, if there is one. */
  readonly passwordUpdate?: null
}

/** The ID that a client asked for, or a new one. */
export function chosenId(world: World, id: string): string {
  return id === UNIQUE ? world.uniqueId() : id
}

/** What the server finds out about an email address; nothing about none. */
export async function factsOf(email: string | null): Promise<EmailFacts> {
  return email === null || email === "" ? noEmailFacts : emailFacts(email)
}

/** Shared by all users: most have nothing of many things. */
const NOTHING: readonly never[] = Object.freeze([])

/** The record of a new user: nothing is verified, and there is nothing but what `user` says. */
export function newUserRecord(now: number, user: NewUser): Unnumbered<User> {
  const { password } = user.storedPassword
  return {
    $id: user.$id,
    $createdAt: now,
    $updatedAt: now,
    name: user.name,
    email: user.email,
    phone: user.phone,
    emailVerification: false,
    phoneVerification: false,
    status: true,
    labels: NOTHING,
    storedPassword: user.storedPassword,
    passwordHistory: user.remembersPassword && password !== null ? [password] : NOTHING,
    passwordUpdate: password === null || user.passwordUpdate === null ? null : now,
    registration: now,
    accessedAt: user.accessedAt,
    mfa: false,
    mfaRecoveryCodes: NOTHING,
    prefs: NOTHING,
    impersonator: false,
    ...user.emailFacts,
  }
}

/**
 * Stores a user.
 * @param taken brings what the client is told of an ID, email or phone that another user has.
 * @throws AppwriteError `user_already_exists`, if `taken` says nothing else.
 */
export function insertUser(
  { world, project, reply }: Pick<Call, "world" | "project" | "reply">,
  user: NewUser,
  taken: () => AppwriteError = () => new AppwriteError("user_already_exists"),
): User {
  const record = newUserRecord(world.clock.now(), user)
  try {
    const created = project.database.users.insert(record)
    reply.created(created)
    return created
  } catch (error) {
    throw error instanceof DuplicateError ? taken() : error
  }
}

/**
 * Creates the target that comes with an email or phone.
 * @returns the new target, or the one that has this identifier already, whoever it belongs to.
 */
export function insertOwnTarget(
  { world, project }: Pick<Call, "world" | "project">,
  user: User,
  providerType: ProviderType,
  identifier: string,
): Target {
  const taken = project.database.targets.find("identifier", identifier)
  if (taken !== undefined) return taken
  const now = world.clock.now()
  return project.database.targets.insert({
    $id: world.uniqueId(),
    $createdAt: now,
    $updatedAt: now,
    userId: user.$id,
    name: null,
    providerType,
    providerId: null,
    identifier,
    sessionId: null,
    expired: false,
  })
}

/** Whether an identity of another user than `except` holds this email: it can't become anybody else's. */
export function isEmailOfIdentity({ database }: Project, email: string, except?: User): boolean {
  return database.identities.all("providerEmail", email).some(({ userId }) => userId !== except?.$id)
}
