import type { Scenario } from "../scenario.ts"
import { textAt } from "../text-at.ts"
import { createUser, deleteUser, PASSWORD, refusals } from "./parts.ts"

/** Creating users: what may be left out, what collides, and what each parameter refuses. */
export const usersCreate: Scenario = {
  name: "users-create",
  area: "users",
  async run(stage) {
    const { step, id, email, phone } = stage
    await step("POST", "/users", { body: { userId: id("bare") } })
    await createUser(stage, "full", { phone: phone(1) })
    const made = await step("POST", "/users", { body: { userId: "unique()", name: "Made" } })
    await step("POST", "/users", { body: { userId: id("null"), email: null, phone: null, name: "" } })
    await step("POST", "/users", { body: { userId: id("upper"), email: email("UPPER").toUpperCase() } })
    await refusals(stage, [
      ["POST", "/users", { userId: id("bare") }],
      ["POST", "/users", { userId: id("BARE") }],
      ["POST", "/users", { userId: id("other"), email: email("full") }],
      ["POST", "/users", { userId: id("other"), email: email("FULL") }],
      ["POST", "/users", { userId: id("other"), phone: phone(1) }],
      ["POST", "/users", {}],
      ["POST", "/users", { userId: "" }],
      ["POST", "/users", { userId: "_begins-so" }],
      ["POST", "/users", { userId: "has a blank" }],
      ["POST", "/users", { userId: "a".repeat(37) }],
      ["POST", "/users", { userId: 7 }],
      ["POST", "/users", { userId: id("x"), email: "no-address" }],
      ["POST", "/users", { userId: id("x"), email: 7 }],
      ["POST", "/users", { userId: id("x"), phone: "5550100" }],
      ["POST", "/users", { userId: id("x"), password: "short" }],
      ["POST", "/users", { userId: id("x"), password: "p".repeat(257) }],
      ["POST", "/users", { userId: id("x"), name: "n".repeat(129) }],
      ["POST", "/users", { userId: id("x"), name: 7 }],
    ])
    await step("POST", "/users", { as: "guest", body: { userId: id("x") } })
    await step("POST", "/users", { raw: "{", headers: { "content-type": "application/json" } })
    await step("POST", "/users", { raw: "userId=x", headers: { "content-type": "text/plain" } })
    await step("POST", "/users", {
      raw: `userId=${id("form")}&email=${encodeURIComponent(email("form"))}&password=${PASSWORD}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    })
    await step("DELETE", `/users/${textAt(made, "$id")}`)
    for (const name of ["bare", "full", "null", "upper", "form"]) await deleteUser(stage, name)
    await createUser(stage, "full", { phone: phone(1) })
    await deleteUser(stage, "full")
    await step("DELETE", `/users/${id("full")}`)
  },
}
