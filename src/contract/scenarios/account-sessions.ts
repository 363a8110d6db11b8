import type { Scenario } from "../scenario.ts"
import { textAt } from "../text-at.ts"
import { createUser, deleteUser, logIn, PASSWORD, refusals } from "./parts.ts"

/** Logging in and out, and the sessions of one's own account. */
export const accountSessions: Scenario = {
  name: "account-sessions",
  area: "account",
  async run(stage) {
    const { step, id, email } = stage
    await createUser(stage, "ada")
    const login = { email: email("ada"), password: PASSWORD }
    await step("POST", "/account/sessions/email", { as: "guest", body: login })
    await refusals(
      stage,
      [
        ["POST", "/account/sessions/email", { ...login, password: "wrong-password" }],
        ["POST", "/account/sessions/email", { ...login, email: email("nobody") }],
        ["POST", "/account/sessions/email", { email: "no-address", password: PASSWORD }],
        ["POST", "/account/sessions/email", {}],
        ["POST", "/account/sessions/token", { userId: id("ada"), secret: "none" }],
        ["PUT", "/account/sessions/magic-url", { userId: id("ada"), secret: "none" }],
        ["PUT", "/account/sessions/phone", { userId: id("ada"), secret: "none" }],
        ["POST", "/account/sessions/token", {}],
      ],
      "guest",
    )
    const first = await logIn(stage, "ada")
    const second = await step("POST", "/account/sessions/email", { body: login })
    await step("POST", "/account/sessions/email", { as: first, body: login, note: "logged in already" })
    await step("GET", "/account/sessions", { as: first })
    for (const path of ["current", textAt(second, "$id"), "none"]) {
      await step("GET", `/account/sessions/${path}`, { as: first })
      await step("PATCH", `/account/sessions/${path}`, { as: first })
    }
    for (const path of [textAt(second, "$id"), "none"]) {
      await step("DELETE", `/account/sessions/${path}`, { as: first })
    }
    await step("GET", "/account", { as: { session: textAt(second, "secret") } })
    await step("DELETE", "/account/sessions/current", { as: first })
    await step("GET", "/account", { as: first })
    const third = await logIn(stage, "ada")
    await step("DELETE", "/account/sessions", { as: third })
    await step("GET", `/users/${id("ada")}/sessions`)
    for (const [method, path] of [
      ["GET", ""],
      ["DELETE", ""],
      ["GET", "/current"],
      ["PATCH", "/current"],
      ["DELETE", "/current"],
    ] as const) {
      await step(method, `/account/sessions${path}`, { as: "guest" })
    }
    const anonymous = await step("POST", "/account/sessions/anonymous", { body: {} })
    await step("GET", "/account", { as: { session: textAt(anonymous, "secret") } })
    await step("POST", "/account/sessions/anonymous", {
      as: { session: textAt(anonymous, "secret") },
      body: {},
    })
    await step("DELETE", `/users/${textAt(anonymous, "userId")}`)
    for (const kind of ["sessions", "tokens"]) {
      await step("GET", `/account/${kind}/oauth2/none`, { as: "guest" })
    }
    await deleteUser(stage, "ada")
  },
}

/** Codes and links by mail or phone: what a client is told, and what using a wrong one brings. */
export const accountTokens: Scenario = {
  name: "account-tokens",
  area: "account",
  async run(stage) {
    const { step, id, email } = stage
    await createUser(stage, "ada")
    const body = { userId: id("ada"), email: email("ada") }
    const url = "http://localhost/done"
    await step("POST", "/account/tokens/email", { as: "guest", body })
    await step("POST", "/account/tokens/email", { as: "guest", body: { ...body, phrase: true } })
    await step("POST", "/account/tokens/magic-url", { as: "guest", body: { ...body, url } })
    await refusals(
      stage,
      [
        ["POST", "/account/tokens/email", { ...body, email: "no-address" }],
        ["POST", "/account/tokens/email", {}],
        ["POST", "/account/tokens/magic-url", { ...body, url: "http://elsewhere.example" }],
        ["POST", "/account/tokens/magic-url", { ...body, email: "no-address" }],
        ["POST", "/account/tokens/phone", { userId: id("ada"), phone: "5550100" }],
        ["POST", "/account/tokens/phone", {}],
      ],
      "guest",
    )
    const as = await logIn(stage, "ada")
    await step("POST", "/account/verifications/email", { as, body: { url } })
    await step("POST", "/account/verifications/email", { as, body: { url: "no-url" } })
    await step("POST", "/account/verifications/phone", { as, body: {} })
    await step("POST", "/account/recovery", { as: "guest", body: { email: email("ada"), url } })
    await step("POST", "/account/recovery", { as: "guest", body: { email: email("nobody"), url } })
    const wrong = { userId: id("ada"), secret: "wrong" }
    for (const path of ["verifications/email", "verifications/phone", "recovery"]) {
      await step("PUT", `/account/${path}`, { as: "guest", body: { ...wrong, password: PASSWORD } })
      await step("PUT", `/account/${path}`, { as: "guest", body: {} })
      await step("PUT", `/account/${path}`, {
        as: "guest",
        body: { ...wrong, userId: id("nobody"), password: PASSWORD },
      })
      await step("POST", `/account/${path}`, { as: "guest", body: {} })
    }
    await deleteUser(stage, "ada")
  },
}
