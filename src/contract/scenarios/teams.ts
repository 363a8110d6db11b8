import type { Scenario } from "../scenario.ts"
import { textAt } from "../text-at.ts"
import { createUser, deleteUser, hasTotal, logIn, query, refusals } from "./parts.ts"

/** Teams and their members, by an API key. */
export const teams: Scenario = {
  name: "teams",
  area: "teams",
  async run(stage) {
    const { step, id, email } = stage
    await createUser(stage, "ada")
    await createUser(stage, "bea")
    const own = `/teams/${id("red")}`
    await step("GET", "/teams")
    await step("POST", "/teams", { body: { teamId: id("red"), name: "Red" } })
    const made = await step("POST", "/teams", { body: { teamId: "unique()", name: "Made", roles: ["a"] } })
    await step("GET", own)
    await step("PUT", own, { body: { name: "Redder" } })
    await step("PUT", `${own}/prefs`, { body: { prefs: { colour: "red" } } })
    await step("GET", `${own}/prefs`)
    const queries = [query("equal", "name", ["Redder"])]
    await step("GET", "/teams", { query: { queries } })
    await step("GET", "/teams", { query: { search: "redder" } })
    const member = { userId: id("ada"), roles: ["owner"] }
    const membership = await step("POST", `${own}/memberships`, { body: member })
    await step("POST", `${own}/memberships`, { body: { email: email("bea"), roles: [] } })
    const ada = `${own}/memberships/${textAt(membership, "$id")}`
    await step("GET", `${own}/memberships`)
    await step("GET", `${own}/memberships`, { query: { queries: [query("equal", "userId", [id("ada")])] } })
    await step("GET", ada)
    await step("PATCH", ada, { body: { roles: ["admin"] } })
    await step("GET", `/teams/${textAt(made, "$id")}/logs`, { until: hasTotal(1) })
    await refusals(stage, [
      ["POST", "/teams", { teamId: id("red"), name: "Again" }],
      ["POST", "/teams", { teamId: "bad id", name: "x" }],
      ["POST", "/teams", { teamId: id("x") }],
      ["POST", "/teams", { teamId: id("x"), name: "n".repeat(129) }],
      ["GET", "/teams/none"],
      ["PUT", "/teams/none", { name: "x" }],
      ["PUT", own, {}],
      ["GET", "/teams/none/prefs"],
      ["PUT", "/teams/none/prefs", { prefs: {} }],
      ["PUT", `${own}/prefs`, { prefs: "text" }],
      ["GET", "/teams/none/logs"],
      ["GET", "/teams/none/memberships"],
      ["POST", "/teams/none/memberships", member],
      ["POST", `${own}/memberships`, member],
      ["POST", `${own}/memberships`, { roles: ["x"] }],
      ["POST", `${own}/memberships`, { userId: id("nobody"), roles: [] }],
      ["GET", `${own}/memberships/none`],
      ["PATCH", `${own}/memberships/none`, { roles: [] }],
      ["PATCH", `${own}/memberships/none/status`, { userId: id("ada"), secret: "wrong" }],
      ["DELETE", `${own}/memberships/none`],
      ["DELETE", "/teams/none"],
    ])
    for (const [method, path] of [
      ["GET", ""],
      ["PUT", ""],
      ["DELETE", ""],
      ["GET", "/prefs"],
      ["PUT", "/prefs"],
      ["GET", "/logs"],
      ["GET", "/memberships"],
      ["POST", "/memberships"],
      ["GET", "/memberships/none"],
      ["PATCH", "/memberships/none"],
      ["DELETE", "/memberships/none"],
      ["PATCH", "/memberships/none/status"],
    ] as const) {
      await step(method, `${own}${path}`, { as: "guest" })
    }
    await step("GET", "/teams", { as: "guest" })
    await step("POST", "/teams", { as: "guest", body: { teamId: id("x"), name: "x" } })
    await step("DELETE", ada)
    await step("GET", own)
    await step("DELETE", own)
    await step("GET", own)
    await step("DELETE", `/teams/${textAt(made, "$id")}`)
    for (const name of ["ada", "bea"]) await deleteUser(stage, name)
  },
}

/** Teams as their members see them. */
export const teamsOfUsers: Scenario = {
  name: "teams-of-users",
  area: "teams",
  async run(stage) {
    const { step, id } = stage
    await createUser(stage, "ada")
    await createUser(stage, "bea")
    const as = await logIn(stage, "ada")
    const other = await logIn(stage, "bea")
    await step("POST", "/teams", { as, body: { teamId: id("blue"), name: "Blue" } })
    const own = `/teams/${id("blue")}`
    await step("GET", "/teams", { as })
    await step("GET", own, { as: other, note: "only members see a team" })
    await step("GET", "/teams", { as: other })
    const joined = await step("POST", `${own}/memberships`, { body: { userId: id("bea"), roles: ["guest"] } })
    const membership = `${own}/memberships/${textAt(joined, "$id")}`
    await step("GET", own, { as: other })
    await step("GET", `${own}/memberships`, { as: other })
    await step("PUT", own, { as: other, body: { name: "Bluer" } })
    await step("PATCH", membership, { as: other, body: { roles: ["owner"] } })
    await step("PUT", own, { as, body: { name: "Bluer" } })
    await step("PATCH", membership, { as, body: { roles: ["editor"] } })
    const status = { userId: id("bea"), secret: "wrong" }
    await step("PATCH", `${membership}/status`, { as: other, body: status })
    await step("DELETE", membership, { as: other })
    await step("GET", own, { as })
    await step("DELETE", own, { as: other })
    await step("DELETE", own, { as })
    for (const name of ["ada", "bea"]) await deleteUser(stage, name)
  },
}
