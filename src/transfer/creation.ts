import type { JsonObject } from "../contract/json-value.ts"
import type { HashName } from "../passwords/stored.ts"
import type { SeedUser } from "../seed/seed-shape.ts"
import { jsonOf, type PlannedRequest } from "./planned-request.ts"

/** The request that creates a user, and what it can't carry over. */
interface Creation {
  readonly request: PlannedRequest
  readonly lost: readonly string[]
}

type HashOptions = NonNullable<SeedUser["hashOptions"]>

/** Appwrite 1.9: each hash has a route of its own, with parameters of its own. */
const IMPORTS: Readonly<
  Record<HashName, readonly [path: string, parameters: (options: HashOptions) => object]>
> = {
  argon2: ["/users/argon2", () => ({})],
  bcrypt: ["/users/bcrypt", () => ({})],
  md5: ["/users/md5", () => ({})],
  phpass: ["/users/phpass", () => ({})],
  sha: ["/users/sha", ({ version }) => ({ passwordVersion: version })],
  scrypt: [
    "/users/scrypt",
    ({ salt, costCpu, costMemory, costParallel, length }) => ({
      passwordSalt: salt,
      passwordCpu: costCpu,
      passwordMemory: costMemory,
      passwordParallel: costParallel,
      passwordLength: length,
    }),
  ],
  scryptMod: [
    "/users/scrypt-modified",
    ({ salt, saltSeparator, signerKey }) => ({
      passwordSalt: salt,
      passwordSaltSeparator: saltSeparator,
      passwordSignerKey: signerKey,
    }),
  ],
}

/** How a user is created. Appwrite 1.9: a hash can only be imported together with an email, and without a phone. */
export function creation(user: SeedUser): Creation {
  const { $id: userId = "unique()", email, phone, name, password, hash, hashOptions = {} } = user
  if (password === undefined || hash === undefined) {
    return { request: create("/users", { userId, email, phone, password, name }), lost: [] }
  }
  if (email === undefined) {
    return {
      request: create("/users", { userId, phone, name }),
      lost: ["the password (a hash needs an email)"],
    }
  }
  const [path, parameters] = IMPORTS[hash]
  return { request: create(path, { userId, email, password, ...parameters(hashOptions), name }), lost: [] }
}

function create(path: string, parameters: object): PlannedRequest {
  const body: JsonObject = jsonOf(parameters)
  return { what: "user", method: "POST", path, body }
}
