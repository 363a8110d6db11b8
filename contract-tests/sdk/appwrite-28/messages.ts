import { expect } from "vitest"
import { ada, type Flows, fromLink, openAsAda } from "./stage.ts"

const grace = { userId: "grace", email: "grace@example.com" }
const phone = "+14155550123"
const digits = expect.stringMatching(/^\d{6}$/)
const refused = { code: 401, type: "user_invalid_token" }

/** What goes by mail and SMS. */
export const messages: Flows = {
  async "verifies the email by a link"(stage) {
    const { account } = await openAsAda(stage)
    const token = await account.createEmailVerification({ url: "http://localhost/verify?from=mail" })
    expect(token).toMatchObject({ userId: "ada", secret: "" })
    const message = stage.lastMessage(ada.email)
    expect(message).toMatchObject({ kind: "verification", channel: "email", userId: "ada" })
    expect(message.link).toMatch(/^http:\/\/localhost\/verify\?from=mail&userId=ada&secret=[0-9a-f]{256}&/)
    const answer = fromLink(message)
    await account.updateEmailVerification(answer)
    expect((await account.get()).emailVerification).toBe(true)
    await expect(account.updateEmailVerification(answer)).rejects.toMatchObject(refused)
  },

  async "verifies the phone by a code"(stage) {
    const { account } = await openAsAda(stage)
    await account.updatePhone({ phone, password: ada.password })
    await account.createPhoneVerification()
    const { channel, secret } = stage.lastMessage(phone)
    expect({ channel, secret }).toEqual({ channel: "sms", secret: digits })
    await account.updatePhoneVerification({ userId: "ada", secret })
    expect(await account.get()).toMatchObject({ phone, phoneVerification: true })
  },

  async "sets a new password by a recovery link"(stage) {
    const { account } = stage.open()
    await account.create(ada)
    await account.createRecovery({ email: ada.email, url: "http://localhost/reset" })
    const message = stage.lastMessage(ada.email)
    expect(message.kind).toBe("recovery")
    const password = "battery staple"
    await account.updateRecovery({ ...fromLink(message), password })
    const login = { email: ada.email, password }
    expect((await account.createEmailPasswordSession(login)).userId).toBe("ada")
    expect((await account.get()).emailVerification).toBe(true)
  },

  async "logs in by a magic URL"({ open, lastMessage, users }) {
    const { account } = open()
    const token = await account.createMagicURLToken({ ...grace, url: "http://localhost/magic" })
    expect(token).toMatchObject({ userId: "grace", secret: "", phrase: "" })
    const message = lastMessage(grace.email)
    expect(message.kind).toBe("magicUrl")
    const answer = fromLink(message)
    const session = await account.updateMagicURLSession(answer)
    expect(session).toMatchObject({ userId: "grace", provider: "magic-url", factors: ["email"] })
    expect(await account.get()).toMatchObject({ email: grace.email, emailVerification: true })
    expect(await users.get({ userId: "grace" })).toMatchObject({ password: null, emailVerification: true })
    await account.deleteSession({ sessionId: "current" })
    await expect(account.updateMagicURLSession(answer)).rejects.toMatchObject(refused)
  },

  async "logs in by a magic URL's token"({ open, lastMessage }) {
    const { account } = open()
    await account.createMagicURLToken({ ...grace, url: "http://localhost/magic" })
    const session = await account.createSession(fromLink(lastMessage(grace.email)))
    expect(session).toMatchObject({ userId: "grace", provider: "magic-url" })
    expect((await account.get()).$id).toBe("grace")
  },

  async "logs in by a code in a mail"({ open, lastMessage }) {
    const { account } = open()
    const { userId, phrase } = await account.createEmailToken({ ...grace, phrase: true })
    expect(phrase).toMatch(/^\S+ \S+$/)
    const { kind, secret } = lastMessage(grace.email)
    expect({ kind, secret }).toEqual({ kind: "otp", secret: digits })
    expect(await account.createSession({ userId, secret })).toMatchObject({ factors: ["email"] })
    expect((await account.get()).emailVerification).toBe(true)
  },

  async "logs in by a code in an SMS"({ open, lastMessage }) {
    const { account } = open()
    await account.createPhoneToken({ userId: "grace", phone })
    const { secret } = lastMessage(phone)
    const session = await account.updatePhoneSession({ userId: "grace", secret })
    expect(session).toMatchObject({ provider: "phone", factors: ["phone"] })
    expect(await account.get()).toMatchObject({ $id: "grace", phone, phoneVerification: true })
  },
}
