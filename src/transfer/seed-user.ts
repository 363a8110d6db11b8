import type { JsonObject } from "../contract/json-value.ts"
import type { HashName } from "../passwords/stored.ts"
import { HASH_NAMES } from "../seed/hash-names.ts"
import type { SeedUser } from "../seed/seed-shape.ts"
import { objectOf, objectsOf, some, textOf, textsOf, trueOf } from "./read-json.ts"

type SeedTarget = NonNullable<SeedUser["targets"]>[number]
type HashOptions = NonNullable<SeedUser["hashOptions"]>

/** Makes of a user as the API answers it one of a seed. What has its default is left out. */
export function seedUser(user: JsonObject): SeedUser {
  return {
    $id: textOf(user.$id),
    email: textOf(user.email),
    phone: textOf(user.phone),
    name: textOf(user.name),
    ...password(user),
    labels: textsOf(user.labels),
    prefs: objectOf(user.prefs),
    status: user.status === false ? false : undefined,
    emailVerification: trueOf(user.emailVerification),
    phoneVerification: trueOf(user.phoneVerification),
    mfa: trueOf(user.mfa),
    impersonator: trueOf(user.impersonator),
    targets: some(objectsOf(user.targets).flatMap(seedTarget)),
    registration: textOf(user.registration),
    accessedAt: textOf(user.accessedAt),
    $createdAt: textOf(user.$createdAt),
    $updatedAt: textOf(user.$updatedAt),
  }
}

/** Whether a user has a password that a seed can't say, as its hash is an unknown one. */
export function hasUnknownHash({ password, hash }: JsonObject): boolean {
  return textOf(password) !== undefined && hashName(hash) === undefined
}

function hashName(hash: unknown): HashName | undefined {
  return HASH_NAMES.find((name) => name === hash)
}

function password(user: JsonObject): Pick<SeedUser, "password" | "hash" | "hashOptions" | "passwordUpdate"> {
  const text = textOf(user.password)
  const hash = hashName(user.hash)
  if (text === undefined || hash === undefined) return {}
  const passwordUpdate = textOf(user.passwordUpdate)
  return { password: text, hash, hashOptions: hashOptions(hash, user.hashOptions), passwordUpdate }
}

/**
 * What verifying takes. The options of other hashes say what the server would hash with, in ways that differ from version
 * to version: Appwrite 1.5 calls argon2's `memoryCost` what 1.9 calls `memory_cost`.
 */
function hashOptions(hash: HashName, written: JsonObject[string] | undefined): HashOptions | undefined {
  const options = objectOf(written) ?? {}
  switch (hash) {
    case "sha": {
      const { version } = options
      return typeof version === "string" ? { version } : undefined
    }
    case "scrypt": {
      const { salt, costCpu, costMemory, costParallel, length } = options
      return {
        salt: textOf(salt),
        costCpu: numberOf(costCpu),
        costMemory: numberOf(costMemory),
        costParallel: numberOf(costParallel),
        length: numberOf(length),
      }
    }
    case "scryptMod": {
      const { salt, saltSeparator, signerKey } = options
      return {
        salt: textOf(salt),
        saltSeparator: textOf(saltSeparator),
        signerKey: textOf(signerKey),
      }
    }
    case "argon2":
    case "bcrypt":
    case "phpass":
      return objectOf(
        Object.fromEntries(Object.entries(options).filter(([name]) => SHOWN[hash].includes(name))),
      )
    case "md5":
      return undefined
  }
}

/** What 1.9 shows beside hashes whose text says all. */
const SHOWN: Readonly<Record<"argon2" | "bcrypt" | "phpass", readonly string[]>> = {
  argon2: ["memory_cost", "time_cost", "threads"],
  bcrypt: ["cost"],
  phpass: ["iteration_count_log2", "portable_hashes", "random_state"],
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined
}

/** The providers of a project are not brought, so that its targets have none. */
function seedTarget(target: JsonObject): readonly SeedTarget[] {
  const { providerType } = target
  const identifier = textOf(target.identifier)
  if (identifier === undefined) return []
  if (providerType !== "email" && providerType !== "sms" && providerType !== "push") return []
  return [
    {
      $id: textOf(target.$id),
      providerType,
      identifier,
      name: textOf(target.name),
      expired: trueOf(target.expired),
      $createdAt: textOf(target.$createdAt),
    },
  ]
}
