import type { Scenario } from "../scenario.ts"
import { textAt } from "../text-at.ts"
import { createUser, deleteUser, hasTotal, logIn, query, refusals } from "./parts.ts"

/** Sessions that an API key makes, lists and ends, and what their user may do with them. */
export const usersSessions: Scenario = {
  name: "users-sessions",
  area: "users",
  async run(stage) {
    const { step, id } = stage
    await createUser(stage, "ada")
    const own = `/users/${id("ada")}/sessions`
    const first = await step("POST", own, { body: {} })
    const second = await step("POST", own)
    const session = { session: textAt(first, "secret") }
    await step("GET", "/account", { as: session })
    await step("GET", own)
    await step("GET", own, { query: { total: "false" } })
    await step("GET", "/users", { as: session, note: "users may not list users" })
    await step("DELETE", `${own}/${textAt(second, "$id")}`)
    await step("DELETE", `${own}/${textAt(second, "$id")}`)
    await step("GET", own)
    await refusals(stage, [
      ["DELETE", `${own}/bad%20id`],
      ["POST", `/users/${id("nobody")}/sessions`, {}],
      ["GET", `/users/${id("nobody")}/sessions`],
      ["DELETE", `/users/${id("nobody")}/sessions`],
      ["DELETE", `/users/${id("nobody")}/sessions/none`],
    ])
    for (const method of ["GET", "POST", "DELETE"]) await step(method, own, { as: "guest" })
    await step("DELETE", own)
    await step("GET", own)
    await step("GET", "/account", { as: session })
    await deleteUser(stage, "ada")
  },
}

/** Tokens and JWTs that an API key makes, and logging in with them. */
export const usersTokens: Scenario = {
  name: "users-tokens",
  area: "users",
  async run(stage) {
    const { step, id } = stage
    await createUser(stage, "ada")
    const own = `/users/${id("ada")}`
    const token = await step("POST", `${own}/tokens`, { body: {} })
    const body = { userId: id("ada"), secret: textAt(token, "secret") }
    const session = await step("POST", "/account/sessions/token", { body })
    await step("POST", "/account/sessions/token", { body, note: "a token works once" })
    await step("POST", `${own}/tokens`, { body: { length: 128, expire: 60 } })
    const jwt = await step("POST", `${own}/jwts`, { body: {} })
    await step("GET", "/account", { as: { jwt: textAt(jwt, "jwt") } })
    const ofSession = { sessionId: textAt(session, "$id"), duration: 60 }
    const second = await step("POST", `${own}/jwts`, { body: ofSession })
    await step("GET", "/account", { as: { jwt: textAt(second, "jwt") } })
    await refusals(stage, [
      ["POST", `${own}/tokens`, { length: 3 }],
      ["POST", `${own}/tokens`, { length: 129 }],
      ["POST", `${own}/tokens`, { expire: 59 }],
      ["POST", `${own}/tokens`, { expire: 31_536_001 }],
      ["POST", `${own}/jwts`, { duration: 3601 }],
      ["POST", `${own}/jwts`, { sessionId: "none" }],
      ["POST", `/users/${id("nobody")}/tokens`, {}],
      ["POST", `/users/${id("nobody")}/jwts`, {}],
    ])
    await refusals(
      stage,
      [
        ["POST", `${own}/tokens`, {}],
        ["POST", `${own}/jwts`, {}],
      ],
      "guest",
    )
    await deleteUser(stage, "ada")
    await step("GET", "/account", { as: { jwt: textAt(jwt, "jwt") } })
  },
}

/** The audit log of a user, which only the user's own actions enter. */
export const usersLogs: Scenario = {
  name: "users-logs",
  area: "users",
  async run(stage) {
    const { step, id } = stage
    await createUser(stage, "ada")
    const own = `/users/${id("ada")}/logs`
    await step("GET", own)
    const session = await logIn(stage, "ada")
    await step("PATCH", "/account/name", { as: session, body: { name: "Ada" } })
    await step("GET", own, { until: hasTotal(2) })
    await step("GET", own, { query: { queries: [query("limit", undefined, [1])] } })
    await step("GET", own, { query: { queries: [query("equal", "event", ["user.update"])] } })
    await step("GET", own, { as: "guest" })
    await step("GET", `/users/${id("nobody")}/logs`)
    await deleteUser(stage, "ada")
  },
}
