import { expect } from "vitest"
import { ada, adasLogin, type Flows, openAsAda } from "./stage.ts"

const day = 24 * 60 * 60_000

/** Several browsers of one user, and users without a name. */
export const sessions: Flows = {
  async "sees, extends and ends the sessions of other browsers"(stage) {
    const desk = await openAsAda(stage)
    const here = await desk.account.getSession({ sessionId: "current" })
    const phone = stage.open()
    const there = await phone.account.createEmailPasswordSession(adasLogin)

    desk.focus()
    const { total, sessions } = await desk.account.listSessions()
    expect(total).toBe(2)
    expect(sessions.map(({ $id, current }) => [$id, current])).toEqual([
      [here.$id, true],
      [there.$id, false],
    ])
    stage.wait(day)
    const extended = await desk.account.updateSession({ sessionId: "current" })
    expect(Date.parse(extended.expire) - Date.parse(here.expire)).toBe(day)
    await desk.account.deleteSession({ sessionId: there.$id })

    phone.focus()
    await expect(phone.account.get()).rejects.toMatchObject({ code: 401, type: "general_unauthorized_scope" })
    desk.focus()
    expect((await desk.account.get()).$id).toBe("ada")
    await desk.account.deleteSessions()
    expect((await stage.users.listSessions({ userId: "ada" })).total).toBe(0)
  },

  async "starts without a name and becomes a user with a password"({ open, users }) {
    const { account } = open()
    const session = await account.createAnonymousSession()
    expect(session).toMatchObject({ provider: "anonymous", factors: ["anonymous"], current: true })
    const { $id: userId, email } = await account.get()
    expect({ userId, email }).toEqual({ userId: session.userId, email: "" })
    await expect(account.createAnonymousSession()).rejects.toMatchObject({
      code: 401,
      type: "user_session_already_exists",
    })

    expect(await account.updateEmail(adasLogin)).toMatchObject({ $id: userId, email: ada.email })
    await account.deleteSession({ sessionId: "current" })
    expect((await account.createEmailPasswordSession(adasLogin)).userId).toBe(userId)
    expect(await users.get({ userId })).toMatchObject({ email: ada.email, emailVerification: false })
  },

  async "is shut out for good once the account is closed"(stage) {
    const { account, stored } = await openAsAda(stage)
    expect((await account.updateStatus()).status).toBe(false)
    expect(stored.get("cookieFallback")).toBe("[]")
    await expect(account.get()).rejects.toMatchObject({ code: 401, type: "general_unauthorized_scope" })
    const login = account.createEmailPasswordSession(adasLogin)
    await expect(login).rejects.toMatchObject({ code: 403, type: "user_blocked" })
    expect((await stage.users.get({ userId: "ada" })).status).toBe(false)
  },
}
