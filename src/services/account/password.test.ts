import { describe, expect, test } from "vitest"
import { newScene, refusal } from "../../test-support/scene.ts"

const LOGIN = { email: "ann@acme.com" }

describe("changing the own password", () => {
  test("wants the old one, once there is one", async () => {
    const scene = await newScene()
    await scene.key("POST", "/users", { userId: "ann", ...LOGIN })
    const ann = await scene.session("ann")
    const change = async (next: string, oldPassword?: string) =>
      (await ann("PATCH", "/account/password", { password: next, oldPassword })).status
    expect(await change("correct-horse-9", "anything")).toBe(200)
    expect(await change("next-horse-10")).toBe(401)
    expect(await change("next-horse-10", "wrong")).toBe(401)
    expect(await change("next-horse-10", "correct-horse-9")).toBe(200)
  })

  test("keeps to the policies of the project", async () => {
    const scene = await newScene()
    await scene.key("PATCH", "/project/policies/password-history", { total: 2 })
    await scene.key("PATCH", "/project/policies/password-personal-data", { enabled: true })
    await scene.key("POST", "/users", { userId: "ann", ...LOGIN, password: "correct-horse-9" })
    const ann = await scene.session("ann")
    const change = (next: string) =>
      ann("PATCH", "/account/password", { password: next, oldPassword: "correct-horse-9" })
    expect(await change("correct-horse-9")).toMatchObject(refusal(400, "password_recently_used"))
    expect(await change("ann@acme.com")).toMatchObject(refusal(400, "password_personal_data"))
    expect((await change("next-horse-10")).status).toBe(200)
  })
})
