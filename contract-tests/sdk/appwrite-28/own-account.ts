import { Account, Client } from "appwrite"
import { expect } from "vitest"
import { DEFAULT_PROJECT } from "../../../src/emulator.ts"
import { ada, type Flows, openAsAda } from "./stage.ts"

/** What a user may change, and what comes with the account. */
export const ownAccount: Flows = {
  async "changes name, email, phone and password"(stage) {
    const { account } = await openAsAda(stage)
    const { password } = ada
    expect((await account.updateName({ name: "Ada Lovelace" })).name).toBe("Ada Lovelace")
    const email = "countess@example.com"
    expect(await account.updateEmail({ email, password })).toMatchObject({ email, emailVerification: false })
    const phone = "+14155550123"
    expect(await account.updatePhone({ phone, password })).toMatchObject({ phone, phoneVerification: false })
    const change = { password: "battery staple", oldPassword: "wrong horse" }
    await expect(account.updatePassword(change)).rejects.toMatchObject({
      code: 401,
      type: "user_invalid_credentials",
    })
    await account.updatePassword({ ...change, oldPassword: password })
    const login = { email, password: change.password }
    expect((await stage.open().account.createEmailPasswordSession(login)).userId).toBe("ada")
    expect(await stage.users.get({ userId: "ada" })).toMatchObject({ name: "Ada Lovelace", email, phone })
  },

  async "shows a JWT in place of a session"(stage) {
    const { account } = await openAsAda(stage)
    const { jwt } = await account.createJWT({ duration: 60 })
    const client = new Client().setEndpoint(stage.endpoint).setProject(DEFAULT_PROJECT).setJWT(jwt)
    stage.open()
    const byJwt = new Account(client)
    expect((await byJwt.get()).$id).toBe("ada")
    stage.wait(61_000)
    await expect(byJwt.get()).rejects.toMatchObject({ code: 401, type: "user_jwt_invalid" })
  },

  async "registers a device for push messages, which ends with the session"(stage) {
    const { account } = await openAsAda(stage)
    const push = { targetId: "device", identifier: "first-token" }
    expect(await account.createPushTarget(push)).toMatchObject({
      $id: "device",
      userId: "ada",
      providerType: "push",
      identifier: "first-token",
      expired: false,
    })
    await expect(account.createPushTarget(push)).rejects.toMatchObject({
      code: 409,
      type: "user_target_already_exists",
    })
    const renewed = await account.updatePushTarget({ targetId: "device", identifier: "second-token" })
    expect(renewed.identifier).toBe("second-token")
    const listed = await stage.users.listTargets({ userId: "ada" })
    expect(listed.targets.map(({ identifier }) => identifier)).toEqual([ada.email, "second-token"])

    await account.createPushTarget({ targetId: "other", identifier: "other-token" })
    await account.deletePushTarget({ targetId: "other" })
    expect((await stage.users.listTargets({ userId: "ada" })).total).toBe(2)
    await account.deleteSession({ sessionId: "current" })
    const { targets } = await stage.users.listTargets({ userId: "ada" })
    expect(targets.map(({ identifier }) => identifier)).toEqual([ada.email])
  },

  async "hears that the server is older than the SDK"(stage) {
    const { account, warnings } = stage.open()
    await account.create(ada)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/^Warning: .*1\.9\.6/)
  },
}
