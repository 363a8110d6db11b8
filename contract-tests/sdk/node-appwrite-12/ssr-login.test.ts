import { Account, Client, Users } from "node-appwrite-12"
import { expect } from "vitest"
import { testSsr } from "../ssr.ts"

testSsr("logs in for a page, acts as its user, and logs out", async (endpoint) => {
  const connect = () => new Client().setEndpoint(endpoint).setProject("emulator")
  const admin = connect().setKey("emulator")
  await new Users(admin).create("ada", "ada@example.com", undefined, "correct horse", "Ada")
  const login = new Account(admin).createEmailPasswordSession("ada@example.com", "wrong horse")
  await expect(login).rejects.toMatchObject({ code: 401, type: "user_invalid_credentials" })
  const session = await new Account(admin).createEmailPasswordSession("ada@example.com", "correct horse")
  expect(session).toMatchObject({ userId: "ada", provider: "email", factors: ["password"] })
  expect(JSON.parse(atob(session.secret))).toMatchObject({ id: "ada" })

  const account = new Account(connect().setSession(session.secret))
  expect(await account.get()).toMatchObject({ $id: "ada", email: "ada@example.com", name: "Ada" })
  expect((await account.updatePrefs({ theme: "dark" })).prefs).toEqual({ theme: "dark" })
  expect(await new Users(admin).getPrefs("ada")).toEqual({ theme: "dark" })
  const { logs } = await account.listLogs()
  expect(logs.map(({ event }) => event)).toEqual(["user.update", "session.create"])
  const { jwt } = await account.createJWT()
  expect((await new Account(connect().setJWT(jwt)).get()).$id).toBe("ada")

  await account.deleteSession("current")
  await expect(account.get()).rejects.toMatchObject({ code: 401, type: "general_unauthorized_scope" })
  expect(await new Users(admin).listSessions("ada")).toMatchObject({ total: 0 })
})

testSsr("exchanges a token for a session", async (endpoint) => {
  const connect = () => new Client().setEndpoint(endpoint).setProject("emulator")
  const admin = connect().setKey("emulator")
  await new Users(admin).create("ada", "ada@example.com")
  const token = await new Users(admin).createToken("ada")
  const session = await new Account(admin).createSession("ada", token.secret)
  expect(session).toMatchObject({ userId: "ada", provider: "token" })
  expect((await new Account(connect().setSession(session.secret)).get()).$id).toBe("ada")
})
