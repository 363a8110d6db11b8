import { beforeEach, describe, expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT, type Emulator } from "../../emulator.ts"

const NOW = Date.UTC(2026, 0, 2)

let emulator: Emulator
let now: number

async function call(method: string, path: string, body?: object, key = DEFAULT_API_KEY) {
  const response = await emulator.fetch(
    new Request(`http://localhost/v1${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        "x-appwrite-project": DEFAULT_PROJECT,
        "x-appwrite-key": key,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  return { status: response.status, body: JSON.parse((await response.text()) || "null") }
}

const makeKey = async (sent: object = {}) =>
  (await call("POST", "/project/keys", { keyId: "k", name: "Key", scopes: ["users.read"], ...sent })).body

beforeEach(async () => {
  now = NOW
  emulator = await createEmulator({ clock: { now: () => now } })
})

describe("a key that was made", () => {
  test("is shown with its secret, each time", async () => {
    const key = await makeKey()
    expect(key).toEqual({
      $id: "k",
      $createdAt: "2026-01-02T00:00:00.000+00:00",
      $updatedAt: "2026-01-02T00:00:00.000+00:00",
      name: "Key",
      expire: "",
      scopes: ["users.read"],
      secret: expect.stringMatching(/^standard_[0-9a-f]{256}$/),
      accessedAt: "",
      sdks: [],
    })
    expect((await call("GET", "/project/keys/k")).body).toEqual(key)
    expect((await call("GET", "/project/keys")).body).toEqual({ total: 1, keys: [key] })
  })

  test("works with just its scopes", async () => {
    const { secret } = await makeKey()
    expect((await call("GET", "/users", undefined, secret)).status).toBe(200)
    const refused = await call("POST", "/users", { userId: "u" }, secret)
    expect([refused.status, refused.body.message]).toEqual([
      401,
      `app.${DEFAULT_PROJECT}@service.localhost (role: applications) missing scopes (["users.write"])`,
    ])
  })

  test("is known by its exact secret", async () => {
    const { secret } = await makeKey()
    expect((await call("GET", "/users", undefined, secret.toUpperCase())).status).not.toBe(200)
    expect((await call("GET", "/users", undefined, `${secret}0`)).body.type).toBe("user_unauthorized")
  })

  test("works until it expires", async () => {
    const { secret, expire } = await makeKey({ expire: "2026-01-02T01:00:00.000Z" })
    expect(expire).toBe("2026-01-02T01:00:00.000+00:00")
    now = NOW + 3_600_000
    expect((await call("GET", "/users", undefined, secret)).status).toBe(200)
    now += 1
    expect((await call("GET", "/users", undefined, secret)).body.type).toBe("project_key_expired")
  })

  test("is changed as a whole", async () => {
    const before = await makeKey({ expire: "2027-01-01T00:00:00.000Z" })
    now += 1000
    const { body } = await call("PUT", "/project/keys/k", { name: "New", scopes: [] })
    expect(body).toEqual({
      ...before,
      $updatedAt: "2026-01-02T00:00:01.000+00:00",
      name: "New",
      scopes: [],
      expire: "",
    })
    now += 1000
    expect((await call("PUT", "/project/keys/k", { name: "New", scopes: [] })).body).toEqual(body)
    expect((await call("GET", "/users", undefined, before.secret)).status).toBe(401)
  })

  test("is of no use once it is deleted", async () => {
    const { secret } = await makeKey()
    expect((await call("DELETE", "/project/keys/k")).status).toBe(204)
    expect((await call("GET", "/users", undefined, secret)).body.type).toBe("user_unauthorized")
    expect((await call("GET", "/project/keys/k")).body.type).toBe("key_not_found")
  })

  test("goes with a reset; the project's own keys stay", async () => {
    const { secret } = await makeKey()
    emulator.reset()
    expect((await call("GET", "/users", undefined, secret)).body.type).toBe("user_unauthorized")
    expect((await call("GET", "/project/keys")).body).toEqual({ total: 0, keys: [] })
  })

  test("has an ID of its own", async () => {
    await makeKey()
    expect(await makeKey()).toMatchObject({ code: 409, type: "key_already_exists" })
  })
})

test.each([
  [{ scopes: undefined }, /^Param "scopes" is not optional\.$/],
  [
    { scopes: ["nosuch"] },
    /^Invalid `scopes` param: Value must a valid array no longer than 100 items and Value must be one of \(project\.read, .*, presences\.write\)$/,
  ],
  [
    { expire: "tomorrow" },
    /^Invalid `expire` param: Value must be valid date between 0000-01-01 00:00:00 and 9999-12-31 00:00:00\. or null$/,
  ],
])("%j is refused", async (sent, message) => {
  expect(await makeKey(sent)).toMatchObject({ code: 400, message: expect.stringMatching(message) })
})
