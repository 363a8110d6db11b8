import { Query, type Users } from "node-appwrite-27"
import { expect } from "vitest"
import type { Checks } from "../every-method.ts"

const userId = "ada"

const ada = (users: Users) => users.create({ userId, email: "ada@example.com" })

/** Sessions, tokens, and what a user leaves behind elsewhere. */
export const sessions: Checks<Users> = {
  async createSession(users) {
    await ada(users)
    const session = await users.createSession({ userId })
    expect(session).toMatchObject({ userId, provider: "server", current: false, factors: ["server"] })
    expect(JSON.parse(atob(session.secret))).toEqual({
      id: userId,
      secret: expect.stringMatching(/^[0-9a-f]{256}$/),
    })
  },
  async listSessions(users) {
    await ada(users)
    const first = await users.createSession({ userId })
    const second = await users.createSession({ userId })
    const { total, sessions } = await users.listSessions({ userId })
    expect(total).toBe(2)
    expect(sessions.map(({ $id }) => $id)).toEqual([first.$id, second.$id])
  },
  async deleteSession(users) {
    await ada(users)
    const first = await users.createSession({ userId })
    const second = await users.createSession({ userId })
    await users.deleteSession({ userId, sessionId: first.$id })
    const { sessions } = await users.listSessions({ userId })
    expect(sessions.map(({ $id }) => $id)).toEqual([second.$id])
  },
  async deleteSessions(users) {
    await ada(users)
    await users.createSession({ userId })
    await users.createSession({ userId })
    await users.deleteSessions({ userId })
    expect(await users.listSessions({ userId })).toEqual({ total: 0, sessions: [] })
  },
  async createJWT(users) {
    await ada(users)
    const session = await users.createSession({ userId })
    const { jwt } = await users.createJWT({ userId, sessionId: session.$id, duration: 60 })
    const [, claims = ""] = jwt.split(".")
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
      userId,
      sessionId: session.$id,
    })
  },
  async createToken(users) {
    await ada(users)
    const token = await users.createToken({ userId, length: 8, expire: 60 })
    expect(token).toMatchObject({ userId, secret: expect.stringMatching(/^[0-9a-f]{8}$/) })
    expect(Date.parse(token.expire) - Date.parse(token.$createdAt)).toBe(60_000)
  },
  async listLogs(users) {
    await ada(users)
    expect(await users.listLogs({ userId, queries: [Query.limit(5)] })).toEqual({ total: 0, logs: [] })
  },
  async listMemberships(users) {
    await ada(users)
    expect(await users.listMemberships({ userId })).toEqual({ total: 0, memberships: [] })
  },
  async listIdentities(users) {
    const queries = [Query.equal("provider", "github")]
    expect(await users.listIdentities({ queries })).toEqual({ total: 0, identities: [] })
  },
  async deleteIdentity(users) {
    await expect(users.deleteIdentity({ identityId: "none" })).rejects.toMatchObject({
      code: 404,
      type: "user_identity_not_found",
    })
  },
}
