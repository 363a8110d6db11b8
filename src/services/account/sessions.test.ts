import { beforeEach, describe, expect, test } from "vitest"
import { type CallAs, newScene, refusal, type Scene } from "../../test-support/scene.ts"

const LOGIN = { email: "ann@acme.com", password: "correct-horse-9" }
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1"

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", ...LOGIN })
})

interface Device {
  readonly id: string
  readonly call: CallAs
}

async function logIn(): Promise<Device> {
  const { body } = await scene.key("POST", "/account/sessions/email", LOGIN)
  return { id: body.$id, call: scene.caller({ "x-appwrite-session": body.secret }) }
}

const sessionsOf = async (): Promise<string[]> =>
  (await scene.key("GET", "/users/ann/sessions")).body.sessions.map(({ $id }: { $id: string }) => $id)

describe("logging in", () => {
  test("is told of with its secret to API keys only", async () => {
    expect((await scene.guest("POST", "/account/sessions/email", LOGIN)).body).toMatchObject({
      provider: "email",
      providerUid: "ann@acme.com",
      factors: ["password"],
      current: true,
      secret: "",
    })
    expect((await scene.key("POST", "/account/sessions/email", LOGIN)).body.secret).not.toBe("")
  })

  test("goes by the path of earlier versions, too", async () => {
    expect((await scene.guest("POST", "/account/sessions", LOGIN)).status).toBe(201)
  })

  test("is refused to who is logged in", async () => {
    const { call } = await logIn()
    expect(await call("POST", "/account/sessions/anonymous", {})).toMatchObject(
      refusal(401, "user_session_already_exists"),
    )
  })

  test("ends the oldest sessions beyond the limit", async () => {
    const devices = [await logIn(), await logIn(), await logIn()]
    await scene.key("PATCH", "/project/policies/session-limit", { total: 2 })
    expect(await sessionsOf()).toEqual(devices.map(({ id }) => id))
    const newest = await logIn()
    expect(await sessionsOf()).toEqual([devices[2]?.id, newest.id])
    await scene.session("ann")
    expect(await sessionsOf()).toHaveLength(3)
  })
})

describe("a session", () => {
  test("is found as the current one, and by its exact ID", async () => {
    const one = await logIn()
    const other = await logIn()
    expect((await one.call("GET", "/account/sessions/current")).body).toMatchObject({
      $id: one.id,
      current: true,
    })
    expect((await one.call("GET", `/account/sessions/${other.id}`)).body.current).toBe(false)
    expect(await one.call("GET", `/account/sessions/${one.id.toUpperCase()}`)).toMatchObject(
      refusal(404, "user_session_not_found"),
    )
  })

  test("of another user is not found", async () => {
    const { call } = await logIn()
    await scene.key("POST", "/users", { userId: "ben" })
    const { $id } = (await scene.key("POST", "/users/ben/sessions")).body
    for (const method of ["GET", "PATCH", "DELETE"]) {
      expect(await call(method, `/account/sessions/${$id}`)).toMatchObject(
        refusal(404, "user_session_not_found"),
      )
    }
  })

  test("is none of a JWT's", async () => {
    const jwt = await scene.jwt("ann")
    expect(await jwt("GET", "/account/sessions/current")).toMatchObject(
      refusal(404, "user_session_not_found"),
    )
  })

  test("lasts anew when it is extended", async () => {
    const { call } = await logIn()
    await scene.key("PATCH", "/project/policies/session-duration", { duration: 3600 })
    scene.wait(1000)
    expect((await call("PATCH", "/account/sessions/current", {})).body).toMatchObject({
      $updatedAt: "2026-01-02T03:04:05.000+00:00",
      expire: "2026-01-02 04:04:06.000",
      countryName: "",
      current: false,
    })
    expect((await call("GET", "/account/sessions/current")).body).toMatchObject({
      $updatedAt: "2026-01-02T03:04:06.000+00:00",
      expire: "2026-01-02T04:04:06.000+00:00",
    })
  })
})

describe("logging out", () => {
  test("elsewhere leaves the own cookies alone", async () => {
    const [one, other] = [await logIn(), await logIn()]
    const { headers } = await one.call("DELETE", `/account/sessions/${other.id}`)
    expect(headers.getSetCookie()).toEqual([])
    expect(headers.get("x-fallback-cookies")).toBeNull()
    expect(await sessionsOf()).toEqual([one.id])
  })

  test("here takes the cookies back", async () => {
    const { call } = await logIn()
    const { headers } = await call("DELETE", "/account/sessions/current")
    expect(headers.getSetCookie()).toHaveLength(2)
    expect(headers.get("x-fallback-cookies")).toBe("[]")
  })

  test("everywhere tells of each session", async () => {
    const [{ call }] = [await logIn(), await logIn(), await logIn()]
    const { headers } = await call("DELETE", "/account/sessions")
    expect(headers.getSetCookie()).toHaveLength(2)
    expect(headers.get("x-fallback-cookies")).toBe("[], [], []")
    expect(await sessionsOf()).toEqual([])
  })

  test("everywhere by a JWT takes no cookies back", async () => {
    await logIn()
    const { headers } = await (await scene.jwt("ann"))("DELETE", "/account/sessions")
    expect(headers.getSetCookie()).toEqual([])
    expect(headers.get("x-fallback-cookies")).toBe("[]")
  })
})

describe("a push target", () => {
  test("bears the name of its device and ends with its session", async () => {
    const [one, other] = [await logIn(), await logIn()]
    const body = { targetId: "phone", identifier: "one" }
    expect(
      (await one.call("POST", "/account/targets/push", body, { "user-agent": IPHONE })).body,
    ).toMatchObject({
      $id: "phone",
      name: "Apple iPhone",
      providerType: "push",
      providerId: null,
    })
    await other.call("POST", "/account/targets/push", { targetId: "tablet", identifier: "two" })
    await one.call("DELETE", "/account/sessions/current")
    const { targets } = (await scene.key("GET", "/users/ann/targets")).body
    expect(targets.map(({ $id }: { $id: string }) => $id)).toEqual([expect.any(String), "tablet"])
  })

  test("is no matter of API keys, nor of other users", async () => {
    const { call } = await logIn()
    const body = { targetId: "phone", identifier: "one" }
    expect(await scene.key("POST", "/account/targets/push", body)).toMatchObject(
      refusal(500, "general_unknown"),
    )
    await call("POST", "/account/targets/push", body)
    await scene.key("POST", "/users", { userId: "ben" })
    const ben = await scene.session("ben")
    expect(await ben("DELETE", "/account/targets/phone/push")).toMatchObject(
      refusal(404, "user_target_not_found"),
    )
  })
})
