import { type CallWith, endpoint } from "../../endpoint.ts"
import { serverFault } from "../../errors.ts"
import { type UserAnswer, user } from "../../models/user.ts"
import { HashOptionsError } from "../../passwords/hash-options-error.ts"
import type { StoredPassword } from "../../passwords/stored.ts"
import type { HashRules } from "../../profiles/hash-rules.ts"
import { asSecret } from "../../validators/as-secret.ts"
import { email } from "../../validators/email.ts"
import { customId } from "../../validators/id.ts"
import { wholeNumber } from "../../validators/integer.ts"
import { nullable, optional, required, type Values } from "../../validators/parameter.ts"
import { password } from "../../validators/password.ts"
import { text } from "../../validators/text.ts"
import { whiteList } from "../../validators/white-list.ts"
import { chosenId } from "../create-user.ts"
import { checkPersonalData } from "../password-policies.ts"
import { addUser, checkNewEmail } from "./add-user.ts"

const first = {
  userId: required(customId()),
  email: required(email()),
  password: required(password()),
}

const last = { name: nullable(text(128), "") }

/** What the parameter lets pass; of these the hash class knows neither `sha512/224` nor `sha512/256`. */
const shaVersions = [
  "sha1",
  "sha224",
  "sha256",
  "sha384",
  "sha512/224",
  "sha512/256",
  "sha512",
  "sha3-224",
  "sha3-256",
  "sha3-384",
  "sha3-512",
]

const importOf = (algorithm: string) =>
  ({
    method: "POST",
    path: `/users/${algorithm}`,
    scopes: ["users.write"],
    audit: "user.create",
    model: user,
  }) as const

/**
 * Appwrite 1.9: creates a user with a hash that was made elsewhere. The hash is stored as it is, whatever it says; the
 * personal data check looks at the hash, too. Parameters that the real server's hash class refuses make it fail.
 * @param store puts beside the hash what is stored with it.
 */
async function addImported(
  call: CallWith<Values<typeof first & typeof last>>,
  store: (password: string, rules: HashRules) => StoredPassword,
): Promise<() => UserAnswer> {
  const { params, project, world } = call
  const storedPassword = orServerFault(() => store(params.password, project.rules.hashes))
  const address = params.email.toLowerCase()
  checkNewEmail(project, address)
  const $id = chosenId(world, params.userId)
  const name = params.name ?? ""
  checkPersonalData(project.settings, params.password, { userId: $id, email: address, name, phone: null })
  return addUser(call, { $id, email: address, phone: null, name, storedPassword })
}

function orServerFault<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw error instanceof HashOptionsError ? serverFault(error.message) : error
  }
}

/** Appwrite 1.9: POST /v1/users/argon2. */
export const importArgon2 = endpoint({
  ...importOf("argon2"),
  params: { ...first, ...last },
  action: (call) =>
    addImported(call, (password, { argon2 }) => ({ hash: "argon2", hashOptions: argon2(), password })),
})

/** Appwrite 1.9: POST /v1/users/bcrypt. */
export const importBcrypt = endpoint({
  ...importOf("bcrypt"),
  params: { ...first, ...last },
  action: (call) =>
    addImported(call, (password, { bcrypt }) => ({ hash: "bcrypt", hashOptions: bcrypt(), password })),
})

/** Appwrite 1.9: POST /v1/users/md5. */
export const importMd5 = endpoint({
  ...importOf("md5"),
  params: { ...first, ...last },
  action: (call) => addImported(call, (password, { md5 }) => ({ hash: "md5", hashOptions: md5(), password })),
})

/** Appwrite 1.9: POST /v1/users/phpass. */
export const importPhpass = endpoint({
  ...importOf("phpass"),
  params: { ...first, ...last },
  action: (call) =>
    addImported(call, (password, { phpass }) => ({
      hash: "phpass",
      hashOptions: phpass(call.world.clock.now() * 1000, process.pid),
      password,
    })),
})

/** Appwrite 1.9: POST /v1/users/sha. */
export const importSha = endpoint({
  ...importOf("sha"),
  params: { ...first, passwordVersion: optional(whiteList(shaVersions), ""), ...last },
  action: (call) =>
    addImported(call, (password, { sha }) => ({
      hash: "sha",
      hashOptions: sha(call.params.passwordVersion),
      password,
    })),
})

/** Appwrite 1.9: POST /v1/users/scrypt. */
export const importScrypt = endpoint({
  ...importOf("scrypt"),
  params: {
    ...first,
    passwordSalt: required(asSecret(text(128))),
    passwordCpu: required(wholeNumber()),
    passwordMemory: required(wholeNumber()),
    passwordParallel: required(wholeNumber()),
    passwordLength: required(wholeNumber()),
    ...last,
  },
  action: (call) =>
    addImported(call, (password, { scrypt }) => ({
      hash: "scrypt",
      hashOptions: scrypt({
        salt: call.params.passwordSalt,
        cpu: call.params.passwordCpu,
        memory: call.params.passwordMemory,
        parallel: call.params.passwordParallel,
        length: call.params.passwordLength,
      }),
      password,
    })),
})

/** Appwrite 1.9: POST /v1/users/scrypt-modified. */
export const importScryptModified = endpoint({
  ...importOf("scrypt-modified"),
  params: {
    ...first,
    passwordSalt: required(asSecret(text(128))),
    passwordSaltSeparator: required(text(128)),
    passwordSignerKey: required(asSecret(text(128))),
    ...last,
  },
  action: (call) =>
    addImported(call, (password, { scryptModified }) => ({
      hash: "scryptMod",
      hashOptions: scryptModified({
        salt: call.params.passwordSalt,
        saltSeparator: call.params.passwordSaltSeparator,
        signerKey: call.params.passwordSignerKey,
      }),
      password,
    })),
})
