import type { Scenario } from "../scenario.ts"
import { textAt } from "../text-at.ts"
import { hasTotal, logIn, PASSWORD, query, refusals } from "./parts.ts"

/** Signing up, and changing one's own account. */
export const accountProfile: Scenario = {
  name: "account-profile",
  area: "account",
  async run(stage) {
    const { step, id, email, phone } = stage
    const ada = { userId: id("ada"), email: email("ada"), password: PASSWORD, name: "Ada" }
    await step("POST", "/account", { as: "guest", body: ada })
    const bea = { userId: id("bea"), email: email("bea"), password: PASSWORD }
    await step("POST", "/account", { as: "guest", body: bea })
    await refusals(
      stage,
      [
        ["POST", "/account", ada],
        ["POST", "/account", { ...ada, userId: id("x") }],
        ["POST", "/account", { ...ada, userId: id("x"), email: "no-address" }],
        ["POST", "/account", { ...ada, userId: id("x"), email: email("x"), password: "short" }],
        ["POST", "/account", { userId: id("x") }],
      ],
      "guest",
    )
    const as = await logIn(stage, "ada")
    await step("GET", "/account", { as })
    await step("GET", "/account/prefs", { as })
    const changes = [
      ["name", [{ name: "Ada L." }, { name: "n".repeat(129) }, {}]],
      ["prefs", [{ prefs: { a: 1 } }, { prefs: {} }, { prefs: "text" }, {}]],
      [
        "password",
        [{ password: "another-horse-9", oldPassword: "wrong-password" }, { password: "short" }, {}],
      ],
      [
        "email",
        [
          { email: email("bea"), password: PASSWORD },
          { email: email("new"), password: "wrong-password" },
          { email: email("new"), password: PASSWORD },
          { email: "no-address", password: PASSWORD },
          {},
        ],
      ],
      [
        "phone",
        [{ phone: phone(0), password: PASSWORD }, { phone: phone(0), password: "wrong-password" }, {}],
      ],
    ] as const
    for (const [path, bodies] of changes) {
      for (const body of bodies) await step("PATCH", `/account/${path}`, { as, body })
      await step("PATCH", `/account/${path}`, { as: "guest", body: bodies[0] })
    }
    await step("PATCH", "/account/password", {
      as,
      body: { password: "another-horse-9", oldPassword: PASSWORD },
    })
    await step("GET", "/account", { as })
    await step("GET", "/account/logs", { as, until: hasTotal(3) })
    await step("GET", "/account/logs", { as, query: { queries: [query("limit", undefined, [1])] } })
    await step("GET", "/account/identities", { as })
    await step("DELETE", "/account/identities/none", { as })
    for (const path of ["", "/prefs", "/logs", "/identities"]) {
      await step("GET", `/account${path}`, { as: "guest" })
    }
    await step("DELETE", "/account/identities/none", { as: "guest" })
    await step("PATCH", "/account/status", { as: "guest" })
    const beaSession = await logIn(stage, "bea")
    await step("PATCH", "/account/status", { as: beaSession })
    await step("GET", "/account", { as: beaSession, note: "who blocks the own account is out" })
    await step("DELETE", "/account", { as: "guest" })
    await step("DELETE", "/account", { as })
    await step("GET", "/account", { as })
    for (const name of ["ada", "bea"]) await step("DELETE", `/users/${id(name)}`)
  },
}

/** JWTs of one's own account, with and without an end of their own. */
export const accountJwts: Scenario = {
  name: "account-jwts",
  area: "account",
  async run(stage) {
    const { step, id, email } = stage
    await step("POST", "/users", { body: { userId: id("ada"), email: email("ada"), password: PASSWORD } })
    const as = await logIn(stage, "ada")
    const made = await step("POST", "/account/jwts", { as, body: {} })
    await step("GET", "/account", { as: { jwt: textAt(made, "jwt") } })
    await step("POST", "/account/jwt", { as, body: { duration: 60 }, note: "an older path" })
    await step("POST", "/account/jwts", { as, body: { duration: 3601 } })
    await step("POST", "/account/jwts", { as: { jwt: textAt(made, "jwt") }, body: {} })
    await step("POST", "/account/jwts", { as: "guest", body: {} })
    await step("GET", "/account", { as: { jwt: "a.b.c" } })
    await step("GET", "/account", { as, headers: { "x-appwrite-jwt": textAt(made, "jwt") } })
    await step("DELETE", `/users/${id("ada")}`)
    await step("GET", "/account", { as: { jwt: textAt(made, "jwt") } })
  },
}
