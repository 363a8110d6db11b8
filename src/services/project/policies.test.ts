import fc from "fast-check"
import { beforeEach, describe, expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT, type Emulator } from "../../emulator.ts"

let emulator: Emulator

async function call(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await emulator.fetch(
    new Request(`http://localhost/v1${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        "x-appwrite-project": DEFAULT_PROJECT,
        "x-appwrite-key": DEFAULT_API_KEY,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  return { status: response.status, body: JSON.parse((await response.text()) || "null") }
}

const policiesNow = async () => (await call("GET", "/project/policies")).body.policies

beforeEach(async () => {
  emulator = await createEmulator()
})

const NEW_PROJECT = [
  { $id: "password-dictionary", enabled: false },
  { $id: "password-history", total: 0 },
  { $id: "password-strength", min: 8, uppercase: false, lowercase: false, number: false, symbols: false },
  { $id: "password-personal-data", enabled: false },
  { $id: "session-alert", enabled: false },
  { $id: "session-duration", duration: 31_536_000 },
  { $id: "session-invalidation", enabled: true },
  { $id: "session-limit", total: 0 },
  { $id: "user-limit", total: 0 },
  {
    $id: "membership-privacy",
    userId: false,
    userEmail: false,
    userPhone: false,
    userName: false,
    userMFA: false,
    userAccessedAt: false,
  },
]

describe("reading", () => {
  test("a new project has the server's defaults", async () => {
    expect(await call("GET", "/project/policies")).toEqual({
      status: 200,
      body: { total: NEW_PROJECT.length, policies: NEW_PROJECT },
    })
  })

  test.each(NEW_PROJECT)("$$id can be read alone", async (policy) => {
    expect((await call("GET", `/project/policies/${policy.$id}`)).body).toEqual(policy)
  })

  test("an unknown policy is refused with the names of all", async () => {
    const { status, body } = await call("GET", "/project/policies/nosuch")
    expect([status, body.message]).toEqual([
      400,
      `Invalid \`policyId\` param: Value must be one of (${NEW_PROJECT.map(({ $id }) => $id).join(", ")})`,
    ])
  })

  test("the list is cut by limit and offset, and not counted without total", async () => {
    const queries = [
      { method: "offset", values: [1] },
      { method: "limit", values: [2] },
    ]
    const query = new URLSearchParams({ total: "0" })
    for (const [index, one] of queries.entries()) query.set(`queries[${index}]`, JSON.stringify(one))
    expect((await call("GET", `/project/policies?${query}`)).body).toEqual({
      total: 0,
      policies: NEW_PROJECT.slice(1, 3),
    })
  })
})

describe("changing", () => {
  const changes = [
    ["password-dictionary", { enabled: true }],
    ["password-history", { total: 3 }],
    ["password-strength", { min: 12, uppercase: true, lowercase: true, number: true, symbols: true }],
    ["password-personal-data", { enabled: true }],
    ["session-alert", { enabled: true }],
    ["session-duration", { duration: 60 }],
    ["session-invalidation", { enabled: false }],
    ["session-limit", { total: 1 }],
    ["user-limit", { total: 5000 }],
    ["membership-privacy", { userName: true, userAccessedAt: true }],
  ] as const

  test.each(changes)("%s changes, and nothing else does", async (id, change) => {
    expect((await call("PATCH", `/project/policies/${id}`, change)).status).toBe(200)
    expect(await policiesNow()).toEqual(
      NEW_PROJECT.map((policy) => (policy.$id === id ? { ...policy, ...change } : policy)),
    )
  })

  test("the answer is the project, only that of password-strength is the policy", async () => {
    for (const [id, change] of changes) {
      const { body } = await call("PATCH", `/project/policies/${id}`, change)
      expect(body.$id).toBe(id === "password-strength" ? id : DEFAULT_PROJECT)
    }
  })

  test.each(["password-history", "session-limit", "user-limit"])("null takes %s away", async (id) => {
    await call("PATCH", `/project/policies/${id}`, { total: 7 })
    await call("PATCH", `/project/policies/${id}`, { total: null })
    expect((await call("GET", `/project/policies/${id}`)).body.total).toBe(0)
  })

  test.each([
    ["password-history", {}, 'Param "total" is not optional.'],
    [
      "user-limit",
      { total: 0 },
      "Invalid `total` param: Value must be a valid range between 1 and 5,000 or null",
    ],
    [
      "session-limit",
      { total: 5001 },
      "Invalid `total` param: Value must be a valid range between 1 and 5,000 or null",
    ],
    [
      "session-duration",
      { duration: 4 },
      "Invalid `duration` param: Value must be a valid range between 5 and 31,536,000",
    ],
    ["password-strength", { min: 7 }, "Invalid `min` param: Value must be a valid range between 8 and 256"],
    ["session-alert", { enabled: "true" }, "Invalid `enabled` param: Value must be a valid boolean"],
    ["membership-privacy", { userMFA: 1 }, "Invalid `userMFA` param: Value must be a valid boolean"],
  ])("%s refuses %j and stays as it was", async (id, sent, message) => {
    const { status, body } = await call("PATCH", `/project/policies/${id}`, sent)
    expect([status, body.type, body.message]).toEqual([400, "general_argument_invalid", message])
    expect(await policiesNow()).toEqual(NEW_PROJECT)
  })

  test("membership-privacy keeps what is not sent, in any order of requests", async () => {
    const parts = ["userId", "userEmail", "userPhone", "userName", "userMFA", "userAccessedAt"] as const
    const sent = fc.dictionary(fc.constantFrom(...parts), fc.option(fc.boolean()), { noNullPrototype: true })
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { maxLength: 4 }), async (requests) => {
        emulator.reset()
        const expected: Record<string, unknown> = { ...NEW_PROJECT.at(-1) }
        for (const request of requests) {
          await call("PATCH", "/project/policies/membership-privacy", request)
          for (const [part, shown] of Object.entries(request)) if (shown !== null) expected[part] = shown
        }
        expect((await call("GET", "/project/policies/membership-privacy")).body).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
})

describe("who may", () => {
  test.each([
    ["GET", "/project/policies", '["policies.read","project.policies.read"]'],
    ["PATCH", "/project/policies/user-limit", '["policies.write","project.policies.write"]'],
  ])("%s %s is not for guests", async (method, path, scopes) => {
    const { status, body } = await call(method, path, method === "GET" ? undefined : {}, {
      "x-appwrite-key": "",
    })
    expect([status, body.message]).toEqual([401, `User (role: guests) missing scopes (${scopes})`])
  })
})

describe("effects", () => {
  const sessionsOf = async () => (await call("GET", "/users/u/sessions")).body.sessions

  test("a new session lasts as long as the project says; older ones keep their end", async () => {
    await call("POST", "/users", { userId: "u" })
    const before = (await call("POST", "/users/u/sessions", {})).body
    await call("PATCH", "/project/policies/session-duration", { duration: 60 })
    const after = (await call("POST", "/users/u/sessions", {})).body
    expect(Date.parse(after.expire) - Date.parse(after.$createdAt)).toBe(60_000)
    expect((await sessionsOf())[0].expire).toBe(before.expire)
  })

  test("neither the limit of users nor that of sessions holds a key back", async () => {
    await call("PATCH", "/project/policies/user-limit", { total: 1 })
    await call("PATCH", "/project/policies/session-limit", { total: 1 })
    for (const userId of ["u", "v"]) expect((await call("POST", "/users", { userId })).status).toBe(201)
    for (let count = 0; count < 2; count += 1) await call("POST", "/users/u/sessions", {})
    expect(await sessionsOf()).toHaveLength(2)
  })

  test("a reset brings the defaults back", async () => {
    await call("PATCH", "/project/policies/user-limit", { total: 1 })
    emulator.reset()
    expect(await policiesNow()).toEqual(NEW_PROJECT)
  })
})
