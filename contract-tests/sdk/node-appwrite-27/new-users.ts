import { PasswordHash, Query, type Users } from "node-appwrite-27"
import { expect } from "vitest"
import type { Checks } from "../every-method.ts"
import { firebase, hashes } from "../hashes.ts"

const ada = { userId: "ada", email: "Ada@Example.com", name: "Ada" }
const imported = { $id: "ada", email: "ada@example.com", name: "Ada" }

/** Making, reading and deleting users. */
export const newUsers: Checks<Users> = {
  async create(users) {
    const user = await users.create({ ...ada, phone: "+4930123456", password: "correct horse" })
    expect(user).toMatchObject({
      ...imported,
      phone: "+4930123456",
      hash: "argon2",
      status: true,
      labels: [],
      prefs: {},
    })
    expect(user.password).toMatch(/^\$argon2id\$/)
    expect(user.targets.map(({ identifier }) => identifier)).toEqual(["ada@example.com", "+4930123456"])
    await expect(users.create(ada)).rejects.toMatchObject({ code: 409, type: "user_already_exists" })
  },
  async createArgon2User(users) {
    const user = await users.createArgon2User({ ...ada, password: hashes.argon2 })
    expect(user).toMatchObject({ ...imported, hash: "argon2", password: hashes.argon2 })
  },
  async createBcryptUser(users) {
    const user = await users.createBcryptUser({ ...ada, password: hashes.bcrypt })
    expect(user).toMatchObject({ ...imported, hash: "bcrypt", password: hashes.bcrypt })
  },
  async createMD5User(users) {
    const user = await users.createMD5User({ ...ada, password: hashes.md5 })
    expect(user).toMatchObject({ ...imported, hash: "md5", password: hashes.md5 })
  },
  async createPHPassUser(users) {
    const user = await users.createPHPassUser({ ...ada, password: hashes.phpass })
    expect(user).toMatchObject({ ...imported, hash: "phpass", password: hashes.phpass })
  },
  async createScryptUser(users) {
    const cost = { passwordSalt: "salt", passwordCpu: 16384, passwordMemory: 8, passwordParallel: 1 }
    const user = await users.createScryptUser({
      ...ada,
      ...cost,
      password: hashes.scrypt,
      passwordLength: 64,
    })
    expect(user).toMatchObject({
      ...imported,
      hash: "scrypt",
      password: hashes.scrypt,
      hashOptions: { salt: "salt", costCpu: 16384, costMemory: 8, costParallel: 1, length: 64 },
    })
  },
  async createScryptModifiedUser(users) {
    const user = await users.createScryptModifiedUser({
      ...ada,
      password: hashes.firebase,
      passwordSalt: firebase.salt,
      passwordSaltSeparator: firebase.saltSeparator,
      passwordSignerKey: firebase.signerKey,
    })
    expect(user).toMatchObject({
      ...imported,
      hash: "scryptMod",
      password: hashes.firebase,
      hashOptions: firebase,
    })
  },
  async createSHAUser(users) {
    const passwordVersion = PasswordHash.Sha512
    const user = await users.createSHAUser({ ...ada, password: hashes.sha512, passwordVersion })
    expect(user).toMatchObject({
      ...imported,
      hash: "sha",
      password: hashes.sha512,
      hashOptions: { version: "sha512" },
    })
  },
  async list(users) {
    await users.create({ userId: "ada", name: "Ada Lovelace" })
    await users.create({ userId: "alan", name: "Alan Turing" })
    await users.create({ userId: "grace", name: "Grace Hopper" })
    const queries = [Query.startsWith("name", "A"), Query.orderDesc("name"), Query.limit(1)]
    const page = await users.list({ queries })
    expect(page.total).toBe(2)
    expect(page.users.map(({ $id }) => $id)).toEqual(["alan"])
    const found = await users.list({ search: "hopper", total: false })
    expect(found.users.map(({ $id }) => $id)).toEqual(["grace"])
    // Appwrite 1.9: clients send the text "false", which PHP takes for true.
    expect(found.total).toBe(1)
    expect((await users.list([Query.equal("name", "Ada Lovelace")])).users).toHaveLength(1)
  },
  async get(users) {
    const user = await users.create(ada)
    expect(await users.get({ userId: "ada" })).toEqual(user)
    await expect(users.get({ userId: "nobody" })).rejects.toMatchObject({
      code: 404,
      type: "user_not_found",
    })
  },
  async delete(users) {
    await users.create(ada)
    await users.delete({ userId: "ada" })
    expect((await users.list()).total).toBe(0)
    expect((await users.create(ada)).$id).toBe("ada")
  },
}
