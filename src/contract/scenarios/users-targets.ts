import type { Scenario } from "../scenario.ts"
import { createUser, deleteUser, query, refusals } from "./parts.ts"

/** Where messages to a user go: made, changed, listed and deleted, with and without a provider. */
export const usersTargets: Scenario = {
  name: "users-targets",
  area: "users",
  async run(stage) {
    const { step, id, email, phone } = stage
    await createUser(stage, "ada")
    await createUser(stage, "bea")
    const own = `/users/${id("ada")}/targets`
    const provider = { providerId: id("fcm"), name: "Push", serviceAccountJSON: { project_id: "x" } }
    await step("POST", "/messaging/providers/fcm", { body: { ...provider, enabled: true } })
    const target = { targetId: id("t"), providerType: "email", identifier: email("second") }
    await step("POST", own, { body: target })
    await step("POST", own, {
      body: { targetId: id("s"), providerType: "sms", identifier: phone(0), name: "S" },
    })
    const push = { targetId: id("p"), providerType: "push", identifier: "device", providerId: id("fcm") }
    await step("POST", own, { body: push })
    await refusals(stage, [
      ["POST", own, target],
      ["POST", own, { ...target, targetId: id("u") }],
      ["POST", own, { ...target, targetId: id("u"), identifier: email("bea") }],
      ["POST", own, { ...target, targetId: id("u"), identifier: "no-address" }],
      ["POST", own, { ...target, targetId: id("u"), providerType: "sms" }],
      ["POST", own, { ...target, targetId: id("u"), providerType: "letter" }],
      ["POST", own, { ...push, targetId: id("u"), identifier: "other", providerId: id("none") }],
      ["POST", own, { targetId: "bad id", providerType: "email", identifier: email("x") }],
      ["POST", own, {}],
      ["POST", `/users/${id("nobody")}/targets`, target],
      ["GET", `/users/${id("nobody")}/targets`],
      ["GET", `${own}/${id("none")}`],
      ["GET", `${own}/bad%20id`],
      ["GET", `/users/${id("bea")}/targets/${id("t")}`],
      ["GET", `/users/${id("nobody")}/targets/${id("t")}`],
      ["PATCH", `${own}/${id("none")}`, { name: "x" }],
      ["PATCH", `/users/${id("nobody")}/targets/${id("t")}`, { name: "x" }],
      ["PATCH", `${own}/${id("t")}`, { identifier: "no-address" }],
      ["PATCH", `${own}/${id("t")}`, { identifier: email("bea") }],
      ["PATCH", `${own}/${id("t")}`, { providerId: id("none") }],
      ["PATCH", `${own}/${id("t")}`, { providerId: id("fcm") }],
      ["DELETE", `${own}/${id("none")}`],
      ["DELETE", `/users/${id("nobody")}/targets/${id("t")}`],
    ])
    await step("GET", `${own}/${id("t")}`)
    await step("PATCH", `${own}/${id("t")}`, { body: { identifier: email("third"), name: "Third" } })
    await step("PATCH", `${own}/${id("p")}`, { body: {} })
    await step("GET", own)
    for (const queries of [
      [query("equal", "providerType", ["email"])],
      [query("orderDesc", "identifier"), query("limit", undefined, [1])],
      [query("cursorAfter", undefined, [id("t")])],
      [query("cursorAfter", undefined, [id("none")])],
      [query("equal", "nothing", ["x"])],
    ]) {
      await step("GET", own, { query: { queries } })
    }
    for (const [method, path] of [
      ["GET", own],
      ["POST", own],
      ["GET", `${own}/${id("t")}`],
      ["PATCH", `${own}/${id("t")}`],
      ["DELETE", `${own}/${id("t")}`],
    ] as const) {
      await step(method, path, { as: "guest" })
    }
    for (const name of ["t", "s", "p"]) await step("DELETE", `${own}/${id(name)}`)
    await step("GET", own)
    for (const name of ["ada", "bea"]) await deleteUser(stage, name)
    await step("DELETE", `/messaging/providers/${id("fcm")}`)
  },
}
