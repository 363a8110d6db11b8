import { beforeEach, describe, expect, test } from "vitest"
import { rawSender } from "../test-support/raw-sender.ts"
import { newScene, refusal, type Scene } from "../test-support/scene.ts"

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com" })
})

const send = rawSender(() => scene)
const create = (userId: string) => scene.key("POST", "/users", { userId })
const userCount = () => scene.emulator.project("emulator").userCount

const FAILED = refusal(500, "general_unknown")

describe("a lost answer", () => {
  test("leaves what was done behind, so that a second try meets it", async () => {
    scene.emulator.faults.add({ fault: { status: 500 }, when: "after", times: 1 })
    expect(await create("ben")).toMatchObject(FAILED)
    expect(await create("ben")).toMatchObject(refusal(409, "user_already_exists"))
  })

  test("gives nobody the session that was made", async () => {
    await scene.key("PATCH", "/users/ann/password", { password: "correct-horse-9" })
    scene.emulator.faults.add({ fault: { status: 500 }, when: "after", caller: "guest" })
    const login = { email: "ann@acme.com", password: "correct-horse-9" }
    const { status, headers } = await scene.guest("POST", "/account/sessions/email", login)
    expect(status).toBe(500)
    expect(headers.get("set-cookie")).toBeNull()
    expect(headers.get("x-fallback-cookies")).toBeNull()
    expect((await scene.key("GET", "/users/ann/sessions")).body.total).toBe(1)
  })

  test("may have been a refusal", async () => {
    scene.emulator.faults.add({ fault: { status: 500 }, when: "after" })
    expect(await scene.key("GET", "/users/nobody")).toMatchObject(FAILED)
  })

  test.each(["before", "after"] as const)(
    "whose connection breaks %s: fetch rejects as Node's",
    async (when) => {
      scene.emulator.faults.add({ fault: "connection_reset", when })
      const failure = await send("POST", "/users", { userId: "ben" }).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(TypeError)
      expect(failure).toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } })
      expect(userCount()).toBe(when === "after" ? 2 : 1)
    },
  )

  test("that never comes ends when the client gives up", async () => {
    scene.emulator.faults.add({ fault: "hang" })
    const client = new AbortController()
    const hanging = send("POST", "/users", { userId: "ben" }, client.signal)
    const first = await Promise.race([hanging, send("OPTIONS", "/users").then(() => "still hanging")])
    expect(first).toBe("still hanging")
    const reason = new Error("enough")
    client.abort(reason)
    await expect(hanging).rejects.toBe(reason)
    expect(userCount()).toBe(1)
  })
})

describe("a spoilt answer", () => {
  test("breaks off in the middle, under its own status and headers", async () => {
    const whole = await (await send("GET", "/users/ann")).text()
    scene.emulator.faults.add({ fault: "broken_json" })
    const response = await send("GET", "/users/ann")
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get("content-type")).toBe("application/json; charset=UTF-8")
    expect(whole.startsWith(text)).toBe(true)
    expect(text).not.toBe("")
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  })

  test("is empty, though the work is done", async () => {
    scene.emulator.faults.add({ fault: "empty" })
    const response = await send("POST", "/users", { userId: "ben" })
    expect(response.status).toBe(201)
    expect(await response.text()).toBe("")
    expect(userCount()).toBe(2)
  })

  test("that has no body stays as it is", async () => {
    scene.emulator.faults.add({ fault: "broken_json" })
    const response = await send("DELETE", "/users/ann")
    expect(response.status).toBe(204)
    expect(response.body).toBeNull()
  })
})

describe("latency", () => {
  test("lets the client give up before anything was done", async () => {
    scene.emulator.faults.add({ latency: 600_000 })
    const reason = new Error("enough")
    const client = new AbortController()
    const slow = send("POST", "/users", { userId: "ben" }, client.signal)
    await send("OPTIONS", "/users")
    client.abort(reason)
    await expect(slow).rejects.toBe(reason)
    expect(userCount()).toBe(1)
  })

  test("lets the client give up after all was done", async () => {
    scene.emulator.faults.add({ latency: 600_000, when: "after" })
    const client = new AbortController()
    const slow = send("POST", "/users", { userId: "ben" }, client.signal)
    await expect.poll(userCount).toBe(2)
    client.abort()
    await expect(slow).rejects.toMatchObject({ name: "AbortError" })
  })

  test("comes before what else goes wrong", async () => {
    scene.emulator.faults.add({ latency: 1, fault: { status: 500 } })
    expect(await create("ben")).toMatchObject(FAILED)
  })

  test("alone changes nothing in the answer", async () => {
    scene.emulator.faults.add({ latency: 1 })
    expect(await create("ben")).toMatchObject({ status: 201, body: { $id: "ben" } })
  })
})
