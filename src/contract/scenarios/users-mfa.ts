import type { Scenario } from "../scenario.ts"
import { textAt } from "../text-at.ts"
import { createUser, deleteUser, logIn, refusals } from "./parts.ts"

/** Second factors as an API key sees them: recovery codes, an authenticator, and a login that wants them. */
export const usersMfa: Scenario = {
  name: "users-mfa",
  area: "users",
  async run(stage) {
    const { step, id } = stage
    await createUser(stage, "ada")
    const own = `/users/${id("ada")}/mfa`
    await step("GET", `${own}/factors`)
    await step("GET", `${own}/recovery-codes`)
    await step("PUT", `${own}/recovery-codes`)
    const codes = await step("PATCH", `${own}/recovery-codes`)
    await step("PATCH", `${own}/recovery-codes`)
    await step("GET", `${own}/recovery-codes`)
    const session = await logIn(stage, "ada")
    const made = await step("POST", "/account/mfa/authenticators/totp", { as: session, body: {} })
    const otp = { $totp: textAt(made, "secret") }
    await step("PUT", "/account/mfa/authenticators/totp", { as: session, body: { otp } })
    await step("GET", `${own}/factors`)
    await step("PATCH", own, { body: { mfa: true } })
    const next = await logIn(stage, "ada")
    await step("GET", "/account", { as: next })
    const asked = { as: next, body: { factor: "recoverycode" } }
    const challenge = textAt(await step("POST", "/account/mfa/challenges", asked), "$id")
    const solved = { challengeId: challenge, otp: textAt(codes, "recoveryCodes.0") }
    await step("PUT", "/account/mfa/challenges", { as: next, body: { ...solved, otp: "0000000000" } })
    await step("PUT", "/account/mfa/challenges", { as: next, body: solved })
    await step("GET", "/account", { as: next })
    await step("GET", `${own}/recovery-codes`, { note: "a code works once" })
    await step("PUT", `${own}/recovery-codes`)
    const nobody = `/users/${id("nobody")}/mfa`
    await refusals(stage, [
      ["DELETE", `${own}/authenticators/sms`],
      ["DELETE", `${nobody}/authenticators/totp`],
      ["GET", `${nobody}/factors`],
      ["GET", `${nobody}/recovery-codes`],
      ["PATCH", `${nobody}/recovery-codes`],
      ["PUT", `${nobody}/recovery-codes`],
    ])
    for (const [method, path] of [
      ["DELETE", "authenticators/totp"],
      ["GET", "factors"],
      ["GET", "recovery-codes"],
      ["PATCH", "recovery-codes"],
      ["PUT", "recovery-codes"],
    ] as const) {
      await step(method, `${own}/${path}`, { as: "guest" })
    }
    await step("DELETE", `${own}/authenticators/totp`)
    await step("DELETE", `${own}/authenticators/totp`)
    await step("GET", `${own}/factors`)
    await deleteUser(stage, "ada")
  },
}
