import type { JsonValue } from "../json-value.ts"
import type { Scenario } from "../scenario.ts"
import { createUser, deleteUser, logIn } from "./parts.ts"

/** The members of a user that are set one by one: the method and the path, then a value of each kind to send. */
const updates: readonly (readonly [
  method: string,
  path: string,
  name: string,
  values: readonly JsonValue[],
])[] = [
  ["PATCH", "name", "name", ["New", "", "n".repeat(129), 7, null]],
  ["PUT", "labels", "labels", [["vip", "vip", "new"], [], ["with blank"], ["l".repeat(37)], "vip", null]],
  ["PATCH", "status", "status", [false, true, "yes", null]],
  ["PATCH", "verification", "emailVerification", [true, false, "true", 1, null]],
  ["PATCH", "verification/phone", "phoneVerification", [true, false, "true", 1, null]],
  ["PATCH", "impersonator", "impersonator", [true, false, "maybe", null]],
  ["PATCH", "mfa", "mfa", [true, false, "true", null]],
  ["PATCH", "prefs", "prefs", [{ theme: "dark", list: [1, { a: null }] }, {}, [], ["a"], "text", null]],
]

/** Changing what a user is: each member with values that are taken and values that are refused. */
export const usersUpdate: Scenario = {
  name: "users-update",
  area: "users",
  async run(stage) {
    const { step, id } = stage
    await createUser(stage, "ada")
    for (const [method, path, name, values] of updates) {
      const own = `/users/${id("ada")}/${path}`
      for (const value of values) await step(method, own, { body: { [name]: value } })
      await step(method, own, { body: {} })
      await step(method, own, { as: "guest", body: { [name]: values[0] ?? null } })
      await step(method, `/users/${id("nobody")}/${path}`, { body: { [name]: values[0] ?? null } })
      await step("GET", `/users/${id("ada")}`)
    }
    await deleteUser(stage, "ada")
  },
}

/** Changing addresses: they are unique, and the targets go with them. */
export const usersAddresses: Scenario = {
  name: "users-addresses",
  area: "users",
  async run(stage) {
    const { step, id, email, phone } = stage
    await createUser(stage, "ada", { phone: phone(0) })
    await createUser(stage, "bea", { phone: phone(1) })
    const own = `/users/${id("ada")}`
    const changes = [
      [
        "email",
        "email",
        [email("new"), email("NEW2").toUpperCase(), email("bea"), "", "no-address", 7, null],
      ],
      ["phone", "number", [phone(2), phone(1), "", "5550100", 7, null]],
    ] as const
    for (const [path, name, values] of changes) {
      await step("PATCH", `${own}/verification`, { body: { emailVerification: true } })
      for (const value of values) {
        await step("PATCH", `${own}/${path}`, { body: { [name]: value } })
        await step("GET", `${own}/targets`)
      }
      await step("PATCH", `${own}/${path}`, { body: {} })
      await step("PATCH", `${own}/${path}`, { as: "guest", body: { [name]: values[0] } })
      await step("PATCH", `/users/${id("nobody")}/${path}`, { body: { [name]: values[0] } })
    }
    await step("GET", own)
    for (const name of ["ada", "bea"]) await deleteUser(stage, name)
  },
}

/** Changing passwords: the old one and the sessions are gone. */
export const usersPassword: Scenario = {
  name: "users-password",
  area: "users",
  async run(stage) {
    const { step, id } = stage
    await createUser(stage, "ada")
    const own = `/users/${id("ada")}/password`
    await logIn(stage, "ada")
    await step("PATCH", own, { body: { password: "another-horse-9" } })
    await step("GET", `/users/${id("ada")}/sessions`)
    await logIn(stage, "ada")
    await logIn(stage, "ada", "another-horse-9")
    for (const password of ["short", "p".repeat(257), "", 7, null]) {
      await step("PATCH", own, { body: { password } })
      await step("GET", `/users/${id("ada")}`)
    }
    await step("PATCH", own, { body: {} })
    await step("PATCH", own, { as: "guest", body: { password: "another-horse-9" } })
    await step("PATCH", `/users/${id("nobody")}/password`, { body: { password: "another-horse-9" } })
    await deleteUser(stage, "ada")
  },
}
