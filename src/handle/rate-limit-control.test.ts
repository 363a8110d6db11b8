import { beforeEach, expect, test } from "vitest"
import { type CallAs, newScene, type Scene } from "../test-support/scene.ts"

const PASSWORD = "correct-horse-9"

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com", password: PASSWORD })
  scene.emulator.rateLimits.enable()
})

const logIn = (email: string, password: string, as: CallAs = scene.guest) =>
  as("POST", "/account/sessions/email", { email, password })

async function repeat(times: number, call: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time += 1) await call()
}

test("each project counts for itself, and is switched by itself", async () => {
  const { emulator } = scene
  const other = emulator.project("other")
  const inOther = scene.caller({ "x-appwrite-project": "other" })
  await repeat(10, () => logIn("ann@acme.com", "wrong-horse-9"))
  expect(await logIn("ann@acme.com", "wrong-horse-9", inOther)).toMatchObject({ status: 401 })
  emulator.rateLimits.disable("emulator")
  expect(emulator.rateLimits.isEnabled("emulator")).toBe(false)
  expect(emulator.rateLimits.isEnabled(other.projectId)).toBe(true)
  expect(await logIn("ann@acme.com", "wrong-horse-9")).toMatchObject({ status: 401 })
})

test.each([
  ["cleared", () => scene.emulator.rateLimits.clear()],
  ["cleared for the project", () => scene.emulator.rateLimits.clear("emulator")],
  ["reset", () => scene.emulator.reset()],
])("counts are gone when %s", async (_how, forget) => {
  await repeat(10, () => logIn("ann@acme.com", "wrong-horse-9"))
  forget()
  const { headers } = await logIn("ann@acme.com", "wrong-horse-9")
  expect(headers.get("x-ratelimit-remaining")).toBe("9")
  expect(scene.emulator.rateLimits.isEnabled("emulator")).toBe(true)
})

test("a branch is switched as its origin, and counts for itself", async () => {
  await repeat(10, () => logIn("ann@acme.com", "wrong-horse-9"))
  await using branch = scene.emulator.branch()
  expect(branch.rateLimits.isEnabled("emulator")).toBe(true)
  const request = new Request("http://localhost/v1/account/sessions/email", {
    method: "POST",
    headers: { "content-type": "application/json", "x-appwrite-project": "emulator" },
    body: JSON.stringify({ email: "ann@acme.com", password: PASSWORD }),
  })
  expect((await branch.fetch(request)).status).toBe(201)
})

test("a project that is not there has no counts to clear", () => {
  expect(() => scene.emulator.rateLimits.clear("nobody")).toThrow(/no project "nobody"/)
})
