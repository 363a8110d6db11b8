import type { Models, Users } from "node-appwrite-27"
import { expect } from "vitest"
import type { Checks } from "../every-method.ts"

const userId = "ada"

const ada = (users: Users): Promise<Models.User> =>
  users.create({ userId, email: "ada@example.com", password: "correct horse" })

/** Changing the properties of a user, one by one. */
export const properties: Checks<Users> = {
  async updateEmail(users) {
    await ada(users)
    await users.updateEmailVerification({ userId, emailVerification: true })
    const user = await users.updateEmail({ userId, email: "Countess@example.com" })
    expect(user).toMatchObject({ email: "countess@example.com", emailVerification: false })
    expect(user.targets.map(({ identifier }) => identifier)).toEqual(["countess@example.com"])
  },
  async updateEmailVerification(users) {
    await ada(users)
    const user = await users.updateEmailVerification({ userId, emailVerification: true })
    expect(user.emailVerification).toBe(true)
  },
  async updateImpersonator(users) {
    await ada(users)
    expect(await users.updateImpersonator({ userId, impersonator: true })).toMatchObject({
      impersonator: true,
    })
  },
  async updateLabels(users) {
    await ada(users)
    expect((await users.updateLabels({ userId, labels: ["vip", "beta"] })).labels).toEqual(["vip", "beta"])
    expect((await users.updateLabels({ userId, labels: [] })).labels).toEqual([])
  },
  async updateName(users) {
    await ada(users)
    expect((await users.updateName({ userId, name: "Ada Lovelace" })).name).toBe("Ada Lovelace")
    expect((await users.updateName(userId, "Ada King")).name).toBe("Ada King")
  },
  async updatePassword(users) {
    const before = await ada(users)
    const after = await users.updatePassword({ userId, password: "battery staple" })
    expect(after.password).toMatch(/^\$argon2id\$/)
    expect(after.password).not.toBe(before.password)
  },
  async updatePhone(users) {
    await ada(users)
    const user = await users.updatePhone({ userId, number: "+4930123456" })
    expect(user.phone).toBe("+4930123456")
    expect(user.targets.map(({ providerType }) => providerType)).toEqual(["email", "sms"])
  },
  async updatePhoneVerification(users) {
    await ada(users)
    const user = await users.updatePhoneVerification({ userId, phoneVerification: true })
    expect(user.phoneVerification).toBe(true)
  },
  async getPrefs(users) {
    await ada(users)
    expect(await users.getPrefs({ userId })).toEqual({})
  },
  async updatePrefs(users) {
    await ada(users)
    const prefs = { theme: "dark", sizes: [1, 2.5], nested: { on: true, off: null } }
    expect(await users.updatePrefs({ userId, prefs })).toEqual(prefs)
    expect(await users.getPrefs({ userId })).toEqual(prefs)
  },
  async updateStatus(users) {
    await ada(users)
    expect((await users.updateStatus({ userId, status: false })).status).toBe(false)
    expect((await users.updateStatus({ userId, status: true })).status).toBe(true)
  },
}
