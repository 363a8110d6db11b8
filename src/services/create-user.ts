import { type EmailFacts, emailFacts, noEmailFacts } from "../emails/facts.ts"
import type { Call } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import type { StoredPassword } from "../passwords/stored.ts"
import type { Project } from "../project/project.ts"
import type { ProviderType, Target } from "../project/records/target.ts"
import type { User } from "../project/records/user.ts"
import { DuplicateError } from "../store/collection.ts"
import { UNIQUE } from "../validators/id.ts"
import type { World } from "../world.ts"

/** What a user has from the start, if it is said. */
type Given = {
  readonly [name in
    | "$updatedAt"
    | "emailVerification"
    | "phoneVerification"
    | "status"
    | "labels"
    | "registration"
    | "mfa"
    | "mfaRecoveryCodes"
    | "prefs"
    | "impersonator"]?: User[name] | undefined
}

/** What differs between the ways in which users come to be. */
export interface NewUser extends Given {
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
  readonly passwordUpdate?: number | null | undefined
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
export function newUserRecord($sequence: number, now: number, user: NewUser): User {
  const { storedPassword } = user
  const { password } = storedPassword
  const { passwordUpdate = password === null ? null : now } = user
  return {
    $sequence,
    $id: user.$id,
    $createdAt: now,
    $updatedAt: user.$updatedAt ?? now,
    name: user.name,
    email: user.email,
    phone: user.phone,
    emailVerification: user.emailVerification ?? false,
    phoneVerification: user.phoneVerification ?? false,
    status: user.status ?? true,
    labels: user.labels ?? NOTHING,
    storedPassword,
    passwordHistory: user.remembersPassword && password !== null ? [password] : NOTHING,
    passwordUpdate,
    registration: user.registration ?? now,
    accessedAt: user.accessedAt,
    mfa: user.mfa ?? false,
    mfaRecoveryCodes: user.mfaRecoveryCodes ?? NOTHING,
    prefs: user.prefs ?? NOTHING,
    impersonator: user.impersonator ?? false,
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
  try {
    const created = project.database.users.insert(($sequence) =>
      newUserRecord($sequence, world.clock.now(), user),
    )
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
  const now = world.clock.now()
  const { targets } = project.database
  try {
    return targets.insert(($sequence) => ({
      $sequence,
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
    }))
  } catch (error) {
    const taken = error instanceof DuplicateError ? targets.find("identifier", identifier) : undefined
    if (taken === undefined) throw error
    return taken
  }
}

/** Whether an identity of another user than `except` holds this email: it can't become anybody else's. */
export function isEmailOfIdentity({ database }: Project, email: string, except?: User): boolean {
  return database.identities.all("providerEmail", email).some(({ userId }) => userId !== except?.$id)
}
