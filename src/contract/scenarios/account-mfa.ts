import type { Scenario } from "../scenario.ts"
import { textAt } from "../text-at.ts"
import { createUser, deleteUser, logIn, refusals } from "./parts.ts"

/** Second factors of one's own account: authenticator, recovery codes, challenges. */
export const accountMfa: Scenario = {
  name: "account-mfa",
  area: "account",
  async run(stage) {
    const { step } = stage
    await createUser(stage, "ada")
    const as = await logIn(stage, "ada")
    const totp = "/account/mfa/authenticators/totp"
    await step("GET", "/account/mfa/factors", { as })
    await refusals(
      stage,
      [
        ["PUT", totp, { otp: "000000" }],
        ["DELETE", totp],
        ["POST", "/account/mfa/authenticators/sms", {}],
        ["POST", "/account/mfa/challenges", { factor: "totp" }],
        ["POST", "/account/mfa/challenges", { factor: "none" }],
        ["PUT", "/account/mfa/challenges", { challengeId: "none", otp: "000000" }],
        ["GET", "/account/mfa/recovery-codes"],
        ["PATCH", "/account/mfa/recovery-codes", {}],
        ["PATCH", "/account/mfa", { mfa: "true" }],
      ],
      as,
    )
    const made = await step("POST", totp, { as, body: {} })
    const otp = { $totp: textAt(made, "secret") }
    await step("PUT", totp, { as, body: { otp: "000000" } })
    await step("PUT", totp, { as, body: { otp } })
    await step("PUT", totp, { as, body: { otp } })
    await step("POST", totp, { as, body: {} })
    await step("PATCH", "/account/mfa", { as, body: { mfa: true } })
    const codes = await step("POST", "/account/mfa/recovery-codes", { as, body: {} })
    await step("POST", "/account/mfa/recovery-codes", { as, body: {} })
    const next = await logIn(stage, "ada")
    await step("GET", "/account", { as: next })
    await step("GET", "/account/mfa/factors", { as: next })
    for (const [factor, code] of [
      ["totp", otp],
      ["recoverycode", textAt(codes, "recoveryCodes.0")],
    ] as const) {
      const asked = await step("POST", "/account/mfa/challenges", { as: next, body: { factor } })
      const challengeId = textAt(asked, "$id")
      await step("PUT", "/account/mfa/challenges", { as: next, body: { challengeId, otp: "000000" } })
      await step("PUT", "/account/mfa/challenges", { as: next, body: { challengeId, otp: code } })
      await step("PUT", "/account/mfa/challenges", { as: next, body: { challengeId, otp: code } })
    }
    await step("GET", "/account/mfa/recovery-codes", { as: next })
    await step("PATCH", "/account/mfa/recovery-codes", { as: next, body: {} })
    for (const [method, path] of [
      ["GET", "factors"],
      ["GET", "recovery-codes"],
      ["POST", "recovery-codes"],
      ["PATCH", "recovery-codes"],
      ["POST", "authenticators/totp"],
      ["PUT", "authenticators/totp"],
      ["DELETE", "authenticators/totp"],
      ["POST", "challenges"],
      ["PUT", "challenges"],
    ] as const) {
      await step(method, `/account/mfa/${path}`, { as: "guest" })
    }
    await step("PATCH", "/account/mfa", { as: "guest", body: { mfa: true } })
    await step("DELETE", totp, { as: next })
    await step("GET", "/account/mfa/factors", { as: next })
    await deleteUser(stage, "ada")
  },
}

/** Devices that a user registers for push messages. */
export const accountTargets: Scenario = {
  name: "account-targets",
  area: "account",
  async run(stage) {
    const { step, id } = stage
    await createUser(stage, "ada")
    const as = await logIn(stage, "ada")
    const push = { targetId: id("p"), identifier: "device-one" }
    await step("POST", "/account/targets/push", { as, body: push })
    await step("POST", "/account/targets/push", { as, body: push })
    await step("POST", "/account/targets/push", { as, body: {} })
    for (const path of [id("p"), "none"]) {
      await step("PUT", `/account/targets/${path}/push`, { as, body: { identifier: "device-two" } })
    }
    await step("PUT", `/account/targets/${id("p")}/push`, { as, body: {} })
    await step("GET", `/users/${id("ada")}/targets`)
    for (const [method, path] of [
      ["POST", "push"],
      ["PUT", "none/push"],
      ["DELETE", "none/push"],
    ] as const) {
      await step(method, `/account/targets/${path}`, { as: "guest" })
    }
    for (const path of [id("p"), id("p"), "none"])
      await step("DELETE", `/account/targets/${path}/push`, { as })
    await deleteUser(stage, "ada")
  },
}
