import { AuthenticatorType, MessagingProviderType, Query, type Users } from "node-appwrite-27"
import { expect } from "vitest"
import type { Check, Checks } from "../every-method.ts"

const userId = "ada"
const code = expect.stringMatching(/^[0-9a-f]{10}$/)
const sixCodes = { recoveryCodes: Array.from({ length: 6 }, () => code) }

const ada = (users: Users) => users.create({ userId, email: "ada@example.com" })

/** Six methods have an older name, too. */
const underBothNames = (
  [older, newer]: readonly [string, string],
  check: (call: <T>(byOlder: () => T, byNewer: () => T) => T) => Check<Users>,
): Checks<Users> => ({
  [older]: check((byOlder) => byOlder()),
  [newer]: check((_, byNewer) => byNewer()),
})

/** The second factor of a user, and where messages reach the user. */
export const mfaAndTargets: Checks<Users> = {
  ...underBothNames(["updateMfa", "updateMFA"], (call) => async (users) => {
    await ada(users)
    const user = await call(
      () => users.updateMfa({ userId, mfa: true }),
      () => users.updateMFA({ userId, mfa: true }),
    )
    expect(user.mfa).toBe(true)
  }),
  ...underBothNames(["deleteMfaAuthenticator", "deleteMFAAuthenticator"], (call) => async (users) => {
    await ada(users)
    const type = AuthenticatorType.Totp
    const deletion = call(
      () => users.deleteMfaAuthenticator({ userId, type }),
      () => users.deleteMFAAuthenticator({ userId, type }),
    )
    await expect(deletion).rejects.toMatchObject({ code: 404, type: "user_authenticator_not_found" })
  }),
  ...underBothNames(["listMfaFactors", "listMFAFactors"], (call) => async (users) => {
    await ada(users)
    await users.updateEmailVerification({ userId, emailVerification: true })
    const factors = await call(
      () => users.listMfaFactors({ userId }),
      () => users.listMFAFactors({ userId }),
    )
    expect(factors).toEqual({ totp: false, phone: false, email: true, recoveryCode: false })
  }),
  ...underBothNames(["createMfaRecoveryCodes", "createMFARecoveryCodes"], (call) => async (users) => {
    await ada(users)
    const create = () =>
      call(
        () => users.createMfaRecoveryCodes({ userId }),
        () => users.createMFARecoveryCodes({ userId }),
      )
    expect(await create()).toEqual(sixCodes)
    await expect(create()).rejects.toMatchObject({ code: 409, type: "user_recovery_codes_already_exists" })
  }),
  ...underBothNames(["getMfaRecoveryCodes", "getMFARecoveryCodes"], (call) => async (users) => {
    await ada(users)
    const codes = await users.createMFARecoveryCodes({ userId })
    const kept = await call(
      () => users.getMfaRecoveryCodes({ userId }),
      () => users.getMFARecoveryCodes({ userId }),
    )
    expect(kept).toEqual(codes)
  }),
  ...underBothNames(["updateMfaRecoveryCodes", "updateMFARecoveryCodes"], (call) => async (users) => {
    await ada(users)
    const old = await users.createMFARecoveryCodes({ userId })
    const fresh = await call(
      () => users.updateMfaRecoveryCodes({ userId }),
      () => users.updateMFARecoveryCodes({ userId }),
    )
    expect(fresh).toEqual(sixCodes)
    expect(fresh).not.toEqual(old)
  }),
  async createTarget(users) {
    await ada(users)
    const target = await users.createTarget({
      userId,
      targetId: "second",
      providerType: MessagingProviderType.Email,
      identifier: "second@example.com",
      name: "Second",
    })
    expect(target).toMatchObject({
      $id: "second",
      userId,
      providerType: "email",
      providerId: null,
      identifier: "second@example.com",
      name: "Second",
      expired: false,
    })
  },
  async listTargets(users) {
    await ada(users)
    const sms = { targetId: "sms", providerType: MessagingProviderType.Sms, identifier: "+4930123456" }
    await users.createTarget({ userId, ...sms })
    const { total, targets } = await users.listTargets({
      userId,
      queries: [Query.equal("providerType", "sms")],
    })
    expect(total).toBe(1)
    expect(targets.map(({ $id }) => $id)).toEqual(["sms"])
  },
  async getTarget(users) {
    const { targets } = await ada(users)
    const targetId = targets[0]?.$id ?? ""
    expect(await users.getTarget({ userId, targetId })).toEqual(targets[0])
  },
  async updateTarget(users) {
    const { targets } = await ada(users)
    const targetId = targets[0]?.$id ?? ""
    const target = await users.updateTarget({
      userId,
      targetId,
      identifier: "other@example.com",
      name: "Other",
    })
    expect(target).toMatchObject({ $id: targetId, identifier: "other@example.com", name: "Other" })
  },
  async deleteTarget(users) {
    const { targets } = await ada(users)
    await users.deleteTarget({ userId, targetId: targets[0]?.$id ?? "" })
    expect(await users.listTargets({ userId })).toEqual({ total: 0, targets: [] })
  },
}
