import { AuthenticationFactor, AuthenticatorType } from "appwrite"
import { expect } from "vitest"
import { ada, type Flows, fromLink, openAsAda } from "./stage.ts"

/** The names and the order of parameters of older SDKs, which pages still use. */
export const olderNames: Flows = {
  async "does MFA by the older names"(stage) {
    const { account } = await openAsAda(stage)
    await account.updateMFA(true)
    const { secret } = await account.createMfaAuthenticator(AuthenticatorType.Totp)
    await account.updateMfaAuthenticator(AuthenticatorType.Totp, await stage.authenticatorCode(secret))
    expect(await account.listMfaFactors()).toMatchObject({ totp: true, recoveryCode: false })
    const codes = await account.createMfaRecoveryCodes()
    const { $id } = await account.createMfaChallenge(AuthenticationFactor.Totp)
    const session = await account.updateMfaChallenge($id, await stage.authenticatorCode(secret))
    expect(session.factors).toEqual(["password", "totp"])
    expect(await account.getMfaRecoveryCodes()).toEqual(codes)
    const renewed = await account.updateMfaRecoveryCodes()
    expect(await stage.users.getMFARecoveryCodes({ userId: "ada" })).toEqual(renewed)
    await account.deleteMfaAuthenticator(AuthenticatorType.Totp)
    expect(await account.listMfaFactors()).toMatchObject({ totp: false, recoveryCode: true })
  },

  async "verifies the email by the older names"(stage) {
    const { account } = await openAsAda(stage)
    await account.createVerification("http://localhost/verify")
    const { userId, secret } = fromLink(stage.lastMessage(ada.email))
    await account.updateVerification(userId, secret)
    expect((await account.get()).emailVerification).toBe(true)
  },
}
