import type { Scenario } from "../scenario.ts"
import { textAt } from "../text-at.ts"
import { createUser, deleteUser, query, refusals } from "./parts.ts"

/** API keys with few scopes, and what they may not do. */
export const projectKeys: Scenario = {
  name: "project-keys",
  area: "project",
  changesSettings: true,
  async run(stage) {
    const { step, id } = stage
    const body = { keyId: id("key"), name: "Few", scopes: ["users.read"] }
    const key = await step("POST", "/project/keys", { body })
    const headers = { "x-appwrite-key": textAt(key, "secret") }
    await step("GET", "/users", { headers })
    await step("POST", "/users", { headers, body: { userId: id("x") } })
    const own = `/project/keys/${id("key")}`
    await step("GET", "/project/keys", {
      query: { queries: [query("equal", "name", ["Few"])] },
      note: "the project's other keys are nobody's business",
    })
    await step("GET", own)
    await step("PUT", own, { body: { name: "None", scopes: [] } })
    await step("GET", "/users", { headers })
    await refusals(stage, [
      ["POST", "/project/keys", body],
      ["POST", "/project/keys", { ...body, keyId: id("x"), scopes: ["no.scope"] }],
      ["POST", "/project/keys", {}],
      ["GET", "/project/keys/none"],
      ["PUT", "/project/keys/none", { name: "x", scopes: [] }],
      ["DELETE", "/project/keys/none"],
    ])
    for (const [method, path] of [
      ["POST", ""],
      ["GET", ""],
      ["GET", "/none"],
      ["PUT", "/none"],
      ["DELETE", "/none"],
    ] as const) {
      await step(method, `/project/keys${path}`, { as: "guest" })
    }
    await step("DELETE", own)
    await step("GET", "/users", { headers })
  },
}

/** Phone numbers whose login codes are fixed. */
export const projectMockPhones: Scenario = {
  name: "project-mock-phones",
  area: "project",
  changesSettings: true,
  async run(stage) {
    const { step, id, phone } = stage
    await createUser(stage, "ada", { phone: phone(0) })
    const own = `/project/mock-phones/${phone(0)}`
    await step("GET", "/project/mock-phones")
    await step("POST", "/project/mock-phones", { body: { number: phone(0), otp: "123456" } })
    await step("GET", own)
    await step("GET", "/project/mock-phones")
    await step("POST", "/account/tokens/phone", { as: "guest", body: { userId: id("ada"), phone: phone(0) } })
    await step("POST", "/account/sessions/token", { body: { userId: id("ada"), secret: "123456" } })
    await step("PUT", own, { body: { otp: "654321" } })
    await refusals(stage, [
      ["POST", "/project/mock-phones", { number: phone(0), otp: "123456" }],
      ["POST", "/project/mock-phones", { number: "5550100", otp: "123456" }],
      ["POST", "/project/mock-phones", { number: phone(1), otp: "12" }],
      ["GET", `/project/mock-phones/${phone(1)}`],
      ["PUT", `/project/mock-phones/${phone(1)}`, { otp: "123456" }],
      ["DELETE", `/project/mock-phones/${phone(1)}`],
    ])
    for (const [method, path] of [
      ["POST", "/project/mock-phones"],
      ["GET", "/project/mock-phones"],
      ["GET", own],
      ["PUT", own],
      ["DELETE", own],
    ] as const) {
      await step(method, path, { as: "guest" })
    }
    await step("DELETE", own)
    await step("GET", "/project/mock-phones")
    await deleteUser(stage, "ada")
  },
}
