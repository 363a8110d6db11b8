import type { SeedUser } from "../seed/seed-shape.ts"
import { type Change, defineFactory } from "./factory.ts"
import { type ImportedHash, importedPasswords, PASSWORD } from "./imported-passwords.ts"

/** A built user always has an ID and an email. */
export type BuiltUser = SeedUser & { readonly $id: string; readonly email: string }

type Item<K extends "sessions" | "identities" | "targets"> = NonNullable<SeedUser[K]>[number]

type UserChange = Change<BuiltUser>

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

/** The secret of an authenticator app: 32 characters, another one for each number. */
function totpSecret(sequence: number): string {
  const digits = [...sequence.toString(32).padStart(8, "0")].map(
    (digit) => BASE32[Number.parseInt(digit, 32)],
  )
  return digits.join("").repeat(4)
}

const CODES = 6

/** As the server's own: six of ten hexadecimal characters. */
function recoveryCodes(sequence: number): string[] {
  return Array.from({ length: CODES }, (_, index) =>
    (sequence * CODES + index).toString(16).padStart(10, "0"),
  )
}

/**
 * Builds users of seeds: `user-1` with `user1@example.com`, `user-2`, … Passwords, where a trait gives one, are
 * {@link PASSWORD}.
 * @example
 * await emulator.seed({ users: [userFactory.verified().withPassword().build({ name: "Ada" }), ...userFactory.buildList(3)] })
 */
export const userFactory = defineFactory(
  (sequence: number): BuiltUser => ({
    $id: `user-${sequence}`,
    email: `user${sequence}@example.com`,
    name: `User ${sequence}`,
  }),
  {
    /** Who can't log in. */
    blocked: (): UserChange => () => ({ status: false }),
    /** Whose email is verified, and the phone, if there is one by now. */
    verified: (): UserChange => (built) => ({
      emailVerification: true,
      phoneVerification: built.phone !== undefined,
    }),
    withPassword:
      (password: string = PASSWORD): UserChange =>
      () => ({ password }),
    /** @param phone by default a number of their own. */
    withPhone:
      (phone?: string): UserChange =>
      (_, sequence) => ({ phone: phone ?? `+4930${String(sequence).padStart(8, "0")}` }),
    withLabels:
      (...labels: string[]): UserChange =>
      () => ({ labels }),
    withPrefs:
      (prefs: NonNullable<SeedUser["prefs"]>): UserChange =>
      () => ({ prefs }),
    /** Whose logins need the code of an authenticator app. */
    withTotp:
      (secret?: string): UserChange =>
      (_, sequence) => ({ mfa: true, totp: { secret: secret ?? totpSecret(sequence) } }),
    withRecoveryCodes:
      (codes?: readonly string[]): UserChange =>
      (_, sequence) => ({ recoveryCodes: codes ?? recoveryCodes(sequence) }),
    /** Who is logged in once more: the secret is told when the seed is planted. */
    withSession:
      (session: Item<"sessions"> = {}): UserChange =>
      ({ sessions = [] }) => ({ sessions: [...sessions, session] }),
    /** Who has one more account at an OAuth2 provider. */
    withIdentity:
      (provider: Item<"identities">["provider"] = "github", providerUid?: string): UserChange =>
      ({ identities = [] }, sequence) => ({
        identities: [...identities, { provider, providerUid: providerUid ?? String(sequence) }],
      }),
    /** Who can be reached at one more address. */
    withTarget:
      (target: Item<"targets">): UserChange =>
      ({ targets = [] }) => ({ targets: [...targets, target] }),
    /** Who is a member of one more team. */
    inTeam:
      ({ $id: teamId }: { readonly $id: string }, ...roles: string[]): UserChange =>
      ({ memberships = [] }) => ({ memberships: [...memberships, { teamId, roles }] }),
    /** Whose password was hashed elsewhere. */
    importedFrom:
      (hash: ImportedHash): UserChange =>
      () =>
        importedPasswords[hash],
    /** Who was exported from Firebase Authentication: their password is hashed with its modified scrypt. */
    importedFromFirebase: (): UserChange => () => importedPasswords.scryptMod,
  },
)
