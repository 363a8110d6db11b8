import { beforeEach, describe, expect, test } from "vitest"
import { createEmulator } from "../emulator.ts"
import { newScene, type Scene } from "../test-support/scene.ts"

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
})

async function control(method: string, path: string, body?: object | string) {
  const text = typeof body === "object" ? JSON.stringify(body) : body
  const response = await scene.emulator.fetch(
    new Request(`http://localhost/_emulator${path}`, {
      method,
      headers: { "x-emulator-control": "1" },
      ...(text !== undefined && { body: text }),
    }),
  )
  return { status: response.status, body: JSON.parse((await response.text()) || "null") }
}

const userIds = async () =>
  (await scene.key("GET", "/users")).body.users.map(({ $id }: { $id: string }) => $id)

describe("the clock", () => {
  test("is shown, and told what to do, one or several things at once", async () => {
    const shown = (now: string, frozen: boolean) => ({ status: 200, body: { now, frozen } })
    expect(await control("GET", "/clock")).toEqual(shown(new Date(scene.now()).toISOString(), false))
    expect(await control("POST", "/clock", { set: "2030-01-01T00:00:00Z", freeze: true })).toEqual(
      shown("2030-01-01T00:00:00.000Z", true),
    )
    expect(await control("POST", "/clock", { advance: { minutes: 15 } })).toEqual(
      shown("2030-01-01T00:15:00.000Z", true),
    )
    expect(await control("POST", "/clock", { freeze: false, advance: 1 })).toEqual(
      shown("2030-01-01T00:15:00.001Z", false),
    )
    expect(await control("POST", "/clock", { reset: true })).toEqual(
      shown(new Date(scene.now()).toISOString(), false),
    )
    await control("POST", "/clock", { set: Date.UTC(2031, 0) })
    await scene.key("POST", "/users", { userId: "ann" })
    expect((await scene.key("GET", "/users/ann")).body.registration).toBe("2031-01-01T00:00:00.000+00:00")
  })

  test("is set and stopped at the very millisecond, however fast time goes", async () => {
    let now = 0
    await using emulator = await createEmulator({ clock: { now: () => (now += 1_000) } })
    const response = await emulator.fetch(
      new Request("http://localhost/_emulator/clock", {
        method: "POST",
        headers: { "x-emulator-control": "1" },
        body: JSON.stringify({ set: "2030-01-01T00:00:00Z", freeze: true }),
      }),
    )
    expect(await response.json()).toEqual({ now: "2030-01-01T00:00:00.000Z", frozen: true })
  })

  test.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["nothing to do", {}],
    ["an unknown member", { stop: true }],
    ["no moment", { freeze: true, set: "soon" }],
    ["no duration", { freeze: true, advance: { weeks: 1 } }],
    ["no switch", { freeze: "yes" }],
    ["no reset", { reset: false }],
  ])("is left alone by %s", async (_case, body) => {
    expect(await control("POST", "/clock", body)).toMatchObject({
      status: 400,
      body: { error: expect.any(String) },
    })
    expect(scene.emulator.clock.isFrozen).toBe(false)
  })
})

describe("snapshots", () => {
  test("are taken, compared, gone back to, and thrown away", async () => {
    await scene.key("POST", "/users", { userId: "ann" })
    const { status, body } = await control("POST", "/snapshots")
    expect(status).toBe(201)
    await scene.key("POST", "/users", { userId: "ben" })
    const diff = { changed: { emulator: { users: { created: [{ $id: "ben" }] } } } }
    expect((await control("GET", `/snapshots/${body.id}/diff`)).body).toMatchObject(diff)
    const second = (await control("POST", "/snapshots")).body.id
    expect((await control("GET", "/snapshots")).body).toEqual({ snapshots: [body, { id: second }] })
    for (let time = 0; time < 2; time += 1) {
      expect(await control("PUT", `/snapshots/${body.id}/restore`)).toMatchObject({ status: 204 })
      expect(await userIds()).toEqual(["ann"])
      await scene.key("POST", "/users", { userId: "cid" })
    }
    expect((await control("GET", `/snapshots/${body.id}/diff?to=${second}`)).body).toMatchObject(diff)
    expect(await control("DELETE", `/snapshots/${body.id}`)).toMatchObject({ status: 204 })
    for (const [method, path] of [
      ["PUT", "/restore"],
      ["GET", "/diff"],
      ["DELETE", ""],
    ] as const) {
      expect(await control(method, `/snapshots/${body.id}${path}`)).toMatchObject({ status: 404 })
    }
  })
})

describe("a project", () => {
  test("is reset alone", async () => {
    const other = scene.emulator.project()
    await scene.key("POST", "/users", { userId: "ann" })
    expect(await control("POST", `/projects/${other.projectId}/reset`)).toMatchObject({ status: 204 })
    expect(await userIds()).toEqual(["ann"])
    expect(await control("POST", "/projects/emulator/reset")).toMatchObject({ status: 204 })
    expect(await userIds()).toEqual([])
  })

  test.each(["none", "console"])("that nobody has is not reset: %s", async (id) => {
    expect(await control("POST", `/projects/${id}/reset`)).toMatchObject({ status: 404 })
  })
})

describe("the outbox", () => {
  const send = () => scene.guest("POST", "/account/tokens/email", { userId: "ann", email: "ann@acme.com" })

  test("is waited at until something matches", async () => {
    const waiting = control("GET", "/outbox?wait=5000&recipient=ann@acme.com&kind=otp&project=emulator")
    await send()
    expect((await waiting).body).toMatchObject({ messages: [{ userId: "ann" }] })
    expect((await control("GET", "/outbox?wait=1&channel=sms")).body).toEqual({ messages: [] })
    scene.emulator.project("other")
    for (const other of ["userId=ben", "recipient=ben@acme.com", "project=other", "kind=recovery"]) {
      expect((await control("GET", `/outbox?${other}`)).body).toEqual({ messages: [] })
    }
  })

  test("is emptied", async () => {
    await send()
    expect(await control("DELETE", "/outbox?kind=recovery")).toMatchObject({ status: 204 })
    expect((await control("GET", "/outbox")).body.messages).toHaveLength(1)
    await control("DELETE", "/outbox")
    expect((await control("GET", "/outbox")).body).toEqual({ messages: [] })
  })

  test.each([
    ["wait=soon", 400],
    ["wait=60001", 400],
    ["kind=letter", 400],
    ["recipent=ann@acme.com", 400],
    ["channel=pigeon", 400],
    ["project=none", 404],
  ])("refuses %s", async (query, status) => {
    expect(await control("GET", `/outbox?${query}`)).toMatchObject({ status })
  })
})
