import { Query, type Users } from "node-appwrite-12"
import { expect } from "vitest"
import type { Checks } from "../every-method.ts"
import { firebase, hashes } from "../hashes.ts"

const ada = (users: Users) => users.create("ada", "ada@example.com", undefined, "correct horse", "Ada")
const imported = { $id: "ada", email: "ada@example.com", name: "Ada" }

/** Making and deleting users, and changing their properties: what the server of 1.5 had. */
export const usersAndProperties: Checks<Users> = {
  async create(users) {
    const user = await users.create("ada", "Ada@Example.com", "+4930123456", "correct horse", "Ada")
    expect(user).toMatchObject({ ...imported, phone: "+4930123456", hash: "argon2", labels: [], prefs: {} })
    await expect(ada(users)).rejects.toMatchObject({ code: 409, type: "user_already_exists" })
  },
  async createArgon2User(users) {
    const user = await users.createArgon2User("ada", "ada@example.com", hashes.argon2, "Ada")
    expect(user).toMatchObject({ ...imported, hash: "argon2", password: hashes.argon2 })
  },
  async createBcryptUser(users) {
    const user = await users.createBcryptUser("ada", "ada@example.com", hashes.bcrypt, "Ada")
    expect(user).toMatchObject({ ...imported, hash: "bcrypt", password: hashes.bcrypt })
  },
  async createMD5User(users) {
    const user = await users.createMD5User("ada", "ada@example.com", hashes.md5, "Ada")
    expect(user).toMatchObject({ ...imported, hash: "md5", password: hashes.md5 })
  },
  async createPHPassUser(users) {
    const user = await users.createPHPassUser("ada", "ada@example.com", hashes.phpass, "Ada")
    expect(user).toMatchObject({ ...imported, hash: "phpass", password: hashes.phpass })
  },
  async createScryptUser(users) {
    const hash = hashes.scrypt
    const user = await users.createScryptUser("ada", "ada@example.com", hash, "salt", 16384, 8, 1, 64, "Ada")
    expect(user).toMatchObject({ ...imported, hash: "scrypt", password: hash })
    expect(user.hashOptions).toMatchObject({ salt: "salt", costCpu: 16384, length: 64 })
  },
  async createScryptModifiedUser(users) {
    const { salt, saltSeparator, signerKey } = firebase
    const user = await users.createScryptModifiedUser(
      "ada",
      "ada@example.com",
      hashes.firebase,
      salt,
      saltSeparator,
      signerKey,
      "Ada",
    )
    expect(user).toMatchObject({ ...imported, hash: "scryptMod", password: hashes.firebase })
    expect(user.hashOptions).toMatchObject(firebase)
  },
  async createSHAUser(users) {
    const user = await users.createSHAUser("ada", "ada@example.com", hashes.sha512, "sha512", "Ada")
    expect(user).toMatchObject({ ...imported, hash: "sha", hashOptions: { version: "sha512" } })
  },
  async list(users) {
    await ada(users)
    await users.create("alan", undefined, undefined, undefined, "Alan")
    await users.create("grace", undefined, undefined, undefined, "Grace")
    const page = await users.list([Query.startsWith("name", "A"), Query.orderDesc("name"), Query.limit(1)])
    expect(page.total).toBe(2)
    expect(page.users.map(({ $id }) => $id)).toEqual(["alan"])
    expect((await users.list([], "grace")).users.map(({ $id }) => $id)).toEqual(["grace"])
  },
  async get(users) {
    const user = await ada(users)
    expect(await users.get("ada")).toEqual(user)
    await expect(users.get("nobody")).rejects.toMatchObject({ code: 404, type: "user_not_found" })
  },
  async delete(users) {
    await ada(users)
    await users.delete("ada")
    expect((await users.list()).total).toBe(0)
    expect((await ada(users)).$id).toBe("ada")
  },
  async updateEmail(users) {
    await ada(users)
    expect((await users.updateEmail("ada", "Countess@example.com")).email).toBe("countess@example.com")
  },
  async updateEmailVerification(users) {
    await ada(users)
    expect((await users.updateEmailVerification("ada", true)).emailVerification).toBe(true)
  },
  async updateLabels(users) {
    await ada(users)
    expect((await users.updateLabels("ada", ["vip", "beta"])).labels).toEqual(["vip", "beta"])
  },
  async updateName(users) {
    await ada(users)
    expect((await users.updateName("ada", "Ada Lovelace")).name).toBe("Ada Lovelace")
  },
  async updatePassword(users) {
    const before = await ada(users)
    const after = await users.updatePassword("ada", "battery staple")
    expect(after.password).toMatch(/^\$argon2id\$/)
    expect(after.password).not.toBe(before.password)
  },
  async updatePhone(users) {
    await ada(users)
    expect((await users.updatePhone("ada", "+4930123456")).phone).toBe("+4930123456")
  },
  async updatePhoneVerification(users) {
    await ada(users)
    expect((await users.updatePhoneVerification("ada", true)).phoneVerification).toBe(true)
  },
  async getPrefs(users) {
    await ada(users)
    expect(await users.getPrefs("ada")).toEqual({})
  },
  async updatePrefs(users) {
    await ada(users)
    expect(await users.updatePrefs("ada", { theme: "dark" })).toEqual({ theme: "dark" })
    expect(await users.getPrefs("ada")).toEqual({ theme: "dark" })
  },
  async updateStatus(users) {
    await ada(users)
    expect((await users.updateStatus("ada", false)).status).toBe(false)
  },
}
