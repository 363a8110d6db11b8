import { Query, type Users } from "node-appwrite-12"
import { expect } from "vitest"
import type { Checks } from "../every-method.ts"

const ada = (users: Users) => users.create("ada", "ada@example.com")
const targetOf = async (users: Users): Promise<string> => (await ada(users)).targets[0]?.$id ?? ""
const sixCodes = { recoveryCodes: Array.from({ length: 6 }, () => expect.stringMatching(/^[0-9a-f]{10}$/)) }
const notFound = (type: string) => ({ code: 404, type })

/** Sessions, second factors and targets: what the server of 1.5 had. */
export const sessionsAndTargets: Checks<Users> = {
  async createSession(users) {
    await ada(users)
    const session = await users.createSession("ada")
    expect(session).toMatchObject({ userId: "ada", provider: "server", current: false })
    expect(JSON.parse(atob(session.secret))).toMatchObject({ id: "ada" })
  },
  async listSessions(users) {
    await ada(users)
    const { $id } = await users.createSession("ada")
    const { total, sessions } = await users.listSessions("ada")
    expect([total, sessions[0]?.$id]).toEqual([1, $id])
  },
  async deleteSession(users) {
    await ada(users)
    const { $id } = await users.createSession("ada")
    const kept = await users.createSession("ada")
    await users.deleteSession("ada", $id)
    expect((await users.listSessions("ada")).sessions.map((session) => session.$id)).toEqual([kept.$id])
  },
  async deleteSessions(users) {
    await ada(users)
    await users.createSession("ada")
    await users.deleteSessions("ada")
    expect(await users.listSessions("ada")).toEqual({ total: 0, sessions: [] })
  },
  async createToken(users) {
    await ada(users)
    const token = await users.createToken("ada", 8, 60)
    expect(token).toMatchObject({ userId: "ada", secret: expect.stringMatching(/^[0-9a-f]{8}$/) })
    expect(Date.parse(token.expire) - Date.parse(token.$createdAt)).toBe(60_000)
  },
  async listLogs(users) {
    await ada(users)
    expect(await users.listLogs("ada", [Query.limit(5)])).toEqual({ total: 0, logs: [] })
  },
  async listMemberships(users) {
    await ada(users)
    expect(await users.listMemberships("ada")).toEqual({ total: 0, memberships: [] })
  },
  async listIdentities(users) {
    expect(await users.listIdentities([Query.limit(5)])).toEqual({ total: 0, identities: [] })
  },
  async deleteIdentity(users) {
    await expect(users.deleteIdentity("none")).rejects.toMatchObject(notFound("user_identity_not_found"))
  },
  async updateMfa(users) {
    await ada(users)
    expect((await users.updateMfa("ada", true)).mfa).toBe(true)
  },
  async deleteMfaAuthenticator(users) {
    await ada(users)
    const deletion = users.deleteMfaAuthenticator("ada", "totp")
    await expect(deletion).rejects.toMatchObject(notFound("user_authenticator_not_found"))
  },
  async listMfaFactors(users) {
    await ada(users)
    await users.updateEmailVerification("ada", true)
    expect(await users.listMfaFactors("ada")).toMatchObject({ totp: false, phone: false, email: true })
  },
  async createMfaRecoveryCodes(users) {
    await ada(users)
    expect(await users.createMfaRecoveryCodes("ada")).toEqual(sixCodes)
  },
  async getMfaRecoveryCodes(users) {
    await ada(users)
    const codes = await users.createMfaRecoveryCodes("ada")
    expect(await users.getMfaRecoveryCodes("ada")).toEqual(codes)
  },
  async updateMfaRecoveryCodes(users) {
    await ada(users)
    const old = await users.createMfaRecoveryCodes("ada")
    const fresh = await users.updateMfaRecoveryCodes("ada")
    expect(fresh).toEqual(sixCodes)
    expect(fresh).not.toEqual(old)
  },
  async createTarget(users) {
    await ada(users)
    const target = await users.createTarget(
      "ada",
      "second",
      "email",
      "second@example.com",
      undefined,
      "Second",
    )
    expect(target).toMatchObject({ $id: "second", userId: "ada", identifier: "second@example.com" })
  },
  async listTargets(users) {
    await ada(users)
    await users.createTarget("ada", "sms", "sms", "+4930123456")
    const { total, targets } = await users.listTargets("ada", [Query.equal("providerType", "sms")])
    expect([total, targets[0]?.$id]).toEqual([1, "sms"])
  },
  async getTarget(users) {
    const $id = await targetOf(users)
    expect(await users.getTarget("ada", $id)).toMatchObject({ $id, identifier: "ada@example.com" })
  },
  async updateTarget(users) {
    const $id = await targetOf(users)
    const target = await users.updateTarget("ada", $id, "other@example.com", undefined, "Other")
    expect(target).toMatchObject({ $id, identifier: "other@example.com", name: "Other" })
  },
  async deleteTarget(users) {
    await users.deleteTarget("ada", await targetOf(users))
    expect(await users.listTargets("ada")).toEqual({ total: 0, targets: [] })
  },
}
