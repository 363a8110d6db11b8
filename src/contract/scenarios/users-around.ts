import type { Scenario } from "../scenario.ts"
import { createUser, deleteUser, query, refusals } from "./parts.ts"

/** The figures of a project. They are those of an unused one, so that this is played first. */
export const usersUsage: Scenario = {
  name: "users-usage",
  area: "users",
  async run({ step }) {
    for (const range of ["24h", "30d", "90d", "1y"]) await step("GET", "/users/usage", { query: { range } })
    await step("GET", "/users/usage")
    await step("GET", "/users/usage", { as: "guest" })
  },
}

/** Identities come from other services only; without one there are none. */
export const usersIdentities: Scenario = {
  name: "users-identities",
  area: "users",
  async run(stage) {
    const { step } = stage
    await step("GET", "/users/identities")
    await step("GET", "/users/identities", { query: { queries: [query("equal", "provider", ["github"])] } })
    await step("GET", "/users/identities", { query: { queries: [query("equal", "nothing", ["x"])] } })
    await step("GET", "/users/identities", {
      query: { queries: [query("cursorAfter", undefined, ["none"])] },
    })
    await step("GET", "/users/identities", { query: { search: "word" } })
    await refusals(stage, [
      ["DELETE", "/users/identities/none"],
      ["DELETE", "/users/identities/bad%20id"],
    ])
    await step("GET", "/users/identities", { as: "guest" })
    await step("DELETE", "/users/identities/none", { as: "guest" })
  },
}

/** The teams that a user is in, as an API key lists them. */
export const usersMemberships: Scenario = {
  name: "users-memberships",
  area: "users",
  async run(stage) {
    const { step, id } = stage
    await createUser(stage, "ada")
    const own = `/users/${id("ada")}/memberships`
    await step("GET", own)
    for (const name of ["red", "blue"]) {
      await step("POST", "/teams", { body: { teamId: id(name), name } })
      await step("POST", `/teams/${id(name)}/memberships`, { body: { userId: id("ada"), roles: ["owner"] } })
    }
    await step("GET", own)
    await step("GET", own, { query: { queries: [query("equal", "teamId", [id("red")])] } })
    await step("GET", own, { query: { queries: [query("limit", undefined, [1])] } })
    await step("GET", own, { query: { queries: [query("equal", "nothing", ["x"])] } })
    await step("GET", own, { as: "guest" })
    await step("GET", `/users/${id("nobody")}/memberships`)
    for (const name of ["red", "blue"]) await step("DELETE", `/teams/${id(name)}`)
    await deleteUser(stage, "ada")
  },
}
