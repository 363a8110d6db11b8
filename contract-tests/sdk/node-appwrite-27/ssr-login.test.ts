import { Account, AuthenticationFactor, AuthenticatorType, Client, Users } from "node-appwrite-27"
import { expect } from "vitest"
import { totpCode } from "../../../src/contract/totp.ts"
import { testSsr } from "../ssr.ts"

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
const ada = { userId: "ada", email: "ada@example.com", password: "correct horse", name: "Ada" }
const adasLogin = { email: ada.email, password: ada.password }

testSsr("logs in for a page, acts as its user, and logs out", async (endpoint) => {
  const connect = () => new Client().setEndpoint(endpoint).setProject("emulator")
  const admin = connect().setKey("emulator").setForwardedUserAgent(firefox)
  await new Users(admin).create(ada)
  const login = new Account(admin).createEmailPasswordSession({ ...adasLogin, password: "wrong horse" })
  await expect(login).rejects.toMatchObject({ code: 401, type: "user_invalid_credentials" })
  const session = await new Account(admin).createEmailPasswordSession(adasLogin)
  expect(session).toMatchObject({ userId: "ada", provider: "email", factors: ["password"] })
  expect(session).toMatchObject({ clientName: "Firefox", clientVersion: "128.0", osName: "GNU/Linux" })
  expect(JSON.parse(atob(session.secret))).toMatchObject({ id: "ada" })

  const account = new Account(connect().setSession(session.secret))
  expect(await account.get()).toMatchObject({ $id: "ada", email: "ada@example.com", name: "Ada" })
  expect((await account.updatePrefs({ prefs: { theme: "dark" } })).prefs).toEqual({ theme: "dark" })
  expect(await new Users(admin).getPrefs({ userId: "ada" })).toEqual({ theme: "dark" })
  const { logs } = await account.listLogs()
  expect(logs.map(({ event }) => event)).toEqual(["user.update", "session.create"])
  const { jwt } = await account.createJWT({ duration: 60 })
  expect((await new Account(connect().setJWT(jwt)).get()).$id).toBe("ada")

  await account.deleteSession({ sessionId: "current" })
  await expect(account.get()).rejects.toMatchObject({ code: 401, type: "general_unauthorized_scope" })
  expect(await new Users(admin).listSessions({ userId: "ada" })).toMatchObject({ total: 0 })
})

testSsr("asks for the second factor", async (endpoint, now) => {
  const connect = () => new Client().setEndpoint(endpoint).setProject("emulator")
  const admin = connect().setKey("emulator")
  const logIn = async () => {
    const { secret } = await new Account(admin).createEmailPasswordSession(adasLogin)
    return new Account(connect().setSession(secret))
  }
  await new Users(admin).create(ada)
  const desk = await logIn()
  const { secret } = await desk.createMFAAuthenticator({ type: AuthenticatorType.Totp })
  const otp = await totpCode(secret, now)
  await desk.updateMFAAuthenticator({ type: AuthenticatorType.Totp, otp })
  await desk.updateMFA({ mfa: true })

  const phone = await logIn()
  await expect(phone.get()).rejects.toMatchObject({ code: 401, type: "user_more_factors_required" })
  const { $id: challengeId } = await phone.createMFAChallenge({ factor: AuthenticationFactor.Totp })
  const session = await phone.updateMFAChallenge({ challengeId, otp })
  expect(session.factors).toEqual(["password", "totp"])
  expect((await phone.get()).mfa).toBe(true)
})

testSsr("exchanges a token for a session", async (endpoint) => {
  const connect = () => new Client().setEndpoint(endpoint).setProject("emulator")
  const admin = connect().setKey("emulator")
  await new Users(admin).create(ada)
  const { secret } = await new Users(admin).createToken({ userId: "ada" })
  const session = await new Account(admin).createSession({ userId: "ada", secret })
  expect(session).toMatchObject({ userId: "ada", provider: "token" })
  expect((await new Account(connect().setSession(session.secret)).get()).$id).toBe("ada")
})
