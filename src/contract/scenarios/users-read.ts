import type { Scenario } from "../scenario.ts"
import { createUser, deleteUser, query, refusals } from "./parts.ts"

/** Reading users one by one and as lists: filters, order, pages, search, and who may not. */
export const usersRead: Scenario = {
  name: "users-read",
  area: "users",
  async run(stage) {
    const { step, id, email, phone } = stage
    await step("GET", "/users")
    for (const [index, name] of ["ada", "bea", "cleo", "dora"].entries()) {
      await createUser(stage, name, { phone: phone(index) })
    }
    const ada = `/users/${id("ada")}`
    await step("GET", ada)
    await step("GET", `/users/${id("ADA")}`)
    await step("GET", `${ada}/prefs`)
    await step("GET", ada, { as: "guest" })
    await step("GET", ada, { as: "guest", headers: { "x-appwrite-key": "standard_wrong" } })
    await step("GET", ada, { headers: { "x-appwrite-response-format": "1.4.0" } })
    await step("GET", ada, { headers: { origin: "http://localhost" } })
    await refusals(stage, [
      ["GET", `/users/${id("nobody")}`],
      ["GET", "/users/bad%20id"],
      ["GET", `/users/${"a".repeat(37)}`],
      ["GET", `/users/${id("nobody")}/prefs`],
      ["DELETE", `/users/${id("nobody")}`],
      ["DELETE", "/users/bad%20id"],
      ["GET", "/no-such-route"],
    ])
    await step("DELETE", ada, { as: "guest" })
    const lists = [
      [query("equal", "name", ["ada", "bea"])],
      [query("equal", "email", [email("ada")])],
      [query("notEqual", "name", ["ada"])],
      [query("startsWith", "name", ["c"])],
      [query("contains", "email", ["dora"])],
      [query("isNull", "phone")],
      [query("greaterThan", "name", ["b"]), query("orderDesc", "name")],
      [query("or", undefined, [{ method: "equal", attribute: "name", values: ["ada"] }])],
      [query("orderAsc", "email"), query("limit", undefined, [2]), query("offset", undefined, [1])],
      [query("cursorAfter", undefined, [id("bea")])],
      [query("cursorBefore", undefined, [id("bea")])],
      [query("cursorAfter", undefined, [id("nobody")])],
      [query("equal", "password", ["x"])],
      [query("noSuchMethod", "name", ["x"])],
      [query("limit", undefined, [-1])],
      ["no query"],
    ]
    for (const queries of lists) await step("GET", "/users", { query: { queries } })
    await step("GET", "/users", { query: { search: "cleo" } })
    await step("GET", "/users", { query: { search: "s".repeat(257) } })
    await step("GET", "/users", { query: { total: "false" } })
    await step("GET", "/users", { query: { total: "maybe" } })
    await step("GET", "/users", { as: "guest" })
    for (const name of ["ada", "bea", "cleo", "dora"]) await deleteUser(stage, name)
    await step("GET", ada)
    await step("GET", "/users")
  },
}
