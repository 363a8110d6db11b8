import { beforeEach, describe, expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT, type Emulator } from "../../emulator.ts"

type Headers = Record<string, string>

const KEY: Headers = { "x-appwrite-key": DEFAULT_API_KEY }
const ROLES = { roles: ["dev"] }
const INVITATION = { ...ROLES, url: "http://localhost/join" }

let emulator: Emulator
let owner: Headers
let member: Headers
let invited: Headers
let stranger: Headers

async function call(method: string, path: string, body?: object, caller = KEY) {
  const response = await emulator.fetch(
    new Request(`http://localhost/v1${path}`, {
      method,
      headers: { "content-type": "application/json", "x-appwrite-project": DEFAULT_PROJECT, ...caller },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  return { status: response.status, body: JSON.parse((await response.text()) || "null") }
}

async function sessionOf(userId: string): Promise<Headers> {
  await call("POST", "/users", { userId })
  const session = { "x-appwrite-session": (await call("POST", `/users/${userId}/sessions`, {})).body.secret }
  // A user's first request moves their `accessedAt`, which is not what is looked at here.
  await call("GET", "/teams", undefined, session)
  return session
}

async function membershipOf(userId: string): Promise<string> {
  const queries = encodeURIComponent(
    JSON.stringify({ method: "equal", attribute: "userId", values: [userId] }),
  )
  return (await call("GET", `/teams/t/memberships?queries[]=${queries}`)).body.memberships[0].$id
}

const everything = async () => [
  await call("GET", "/teams/t"),
  await call("GET", "/teams/t/memberships"),
  await call("GET", "/users"),
]

beforeEach(async () => {
  emulator = await createEmulator()
  owner = await sessionOf("owner")
  member = await sessionOf("member")
  invited = await sessionOf("invited")
  stranger = await sessionOf("stranger")
  await call("POST", "/teams", { teamId: "t", name: "Team", roles: ["boss"] }, owner)
  await call("POST", "/teams/t/memberships", { userId: "member", ...ROLES })
  await call("POST", "/teams/t/memberships", { userId: "invited", ...INVITATION }, owner)
})

/** All that can be asked of a team. */
const requests = (teamId: string, membershipId: string) =>
  [
    ["GET", `/teams/${teamId}`],
    ["PUT", `/teams/${teamId}`, { name: "Stolen" }],
    ["PUT", `/teams/${teamId}`, { name: "Team" }],
    ["DELETE", `/teams/${teamId}`],
    ["GET", `/teams/${teamId}/prefs`],
    ["PUT", `/teams/${teamId}/prefs`, { prefs: { a: 1 } }],
    ["GET", `/teams/${teamId}/logs`],
    ["GET", `/teams/${teamId}/memberships`],
    ["POST", `/teams/${teamId}/memberships`, { userId: "stranger", ...INVITATION }],
    ["GET", `/teams/${teamId}/memberships/${membershipId}`],
    ["PATCH", `/teams/${teamId}/memberships/${membershipId}`, ROLES],
    ["DELETE", `/teams/${teamId}/memberships/${membershipId}`],
  ] as const

describe("who is no member", () => {
  test.each(["invited", "stranger"])("can't tell the team from none: %s", async (who) => {
    const caller = who === "invited" ? invited : stranger
    const before = await everything()
    const theirs = requests("t", await membershipOf("owner"))
    for (const [index, [method, path, body]] of requests("none", "none").entries()) {
      const [, foreign] = theirs[index] ?? []
      const answer = await call(method, String(foreign), body, caller)
      expect(answer.status).toBe(404)
      expect(answer).toEqual(await call(method, path, body, caller))
    }
    expect(await everything()).toEqual(before)
    expect((await call("GET", "/teams", undefined, caller)).body).toEqual({ total: 0, teams: [] })
    const cursor = encodeURIComponent(JSON.stringify({ method: "cursorAfter", values: ["t"] }))
    const page = await call("GET", `/teams?queries[]=${cursor}`, undefined, caller)
    expect(page.body.message).toBe("Team 't' for the 'cursor' value not found.")
  })
})

describe("a member who is no owner", () => {
  test("sees the team and its members", async () => {
    expect((await call("GET", "/teams", undefined, member)).body.total).toBe(1)
    expect((await call("GET", "/teams/t/memberships", undefined, member)).body.total).toBe(3)
    const own = await call("GET", `/teams/t/memberships/${await membershipOf("member")}`, undefined, member)
    expect(own.status).toBe(200)
  })

  test("changes nothing", async () => {
    const before = await everything()
    const others = await membershipOf("owner")
    for (const [method, path, body] of requests("t", others)) {
      if (method === "GET" || (body !== undefined && "name" in body && body.name === "Team")) continue
      expect(await call(method, path, body, member)).toMatchObject({
        status: 401,
        body: { type: "user_unauthorized" },
      })
    }
    expect(await everything()).toEqual(before)
  })

  test("may set the name that the team has", async () => {
    const before = await everything()
    expect((await call("PUT", "/teams/t", { name: "Team" }, member)).status).toBe(200)
    expect(await everything()).toEqual(before)
  })

  test("may leave, and then sees nothing", async () => {
    const own = `/teams/t/memberships/${await membershipOf("member")}`
    expect((await call("DELETE", own, undefined, member)).status).toBe(204)
    expect((await call("GET", "/teams/t", undefined, member)).status).toBe(404)
  })
})

describe("an owner", () => {
  test("is who founds the team, whatever the roles", async () => {
    const { memberships } = (await call("GET", "/teams/t/memberships")).body
    expect(memberships[0]).toMatchObject({ userId: "owner", roles: ["boss", "owner"], confirm: true })
  })

  test("may do everything, and make others owners", async () => {
    const membership = `/teams/t/memberships/${await membershipOf("member")}`
    const promoted = await call("PATCH", membership, { roles: ["owner"] }, owner)
    expect(promoted).toMatchObject({ status: 200, body: { roles: ["owner"], userName: "" } })
    expect((await call("PUT", "/teams/t", { name: "New" }, member)).body.name).toBe("New")
    expect((await call("PUT", "/teams/t/prefs", { prefs: { a: { b: 1 } } }, member)).body).toEqual({
      a: { b: 1 },
    })
    const founder = `/teams/t/memberships/${await membershipOf("owner")}`
    expect((await call("DELETE", founder, undefined, member)).status).toBe(204)
    expect((await call("GET", "/teams/t", undefined, owner)).status).toBe(404)
    expect((await call("DELETE", "/teams/t", undefined, member)).status).toBe(204)
  })

  test("can't reach a member of another team through this one", async () => {
    await call("POST", "/teams", { teamId: "other", name: "Other" }, owner)
    const membership = `/teams/other/memberships/${await membershipOf("member")}`
    for (const [method, body] of [["GET"], ["PATCH", ROLES], ["DELETE"]] as const) {
      expect(await call(method, membership, body, owner)).toMatchObject({
        status: 404,
        body: { type: "team_membership_mismatch" },
      })
    }
  })
})

test("a cursor that the order can't place is refused", async () => {
  const queries = [
    { method: "orderAsc", attribute: "joined" },
    { method: "cursorAfter", values: [await membershipOf("invited")] },
  ]
  const query = queries.map((each) => `queries[]=${encodeURIComponent(JSON.stringify(each))}`).join("&")
  expect(await call("GET", `/teams/t/memberships?${query}`)).toMatchObject({
    status: 400,
    body: { type: "database_query_order_null" },
  })
})

test.each([
  [{ $id: 5 }, "$id must be of type string"],
  [{ a: { $id: "x", $permissions: "y" } }, "$permissions must be of type array"],
])("prefs of which no document can be made are refused: %j", async (prefs, message) => {
  const before = await call("GET", "/teams/t")
  expect(await call("PUT", "/teams/t/prefs", { prefs })).toMatchObject({
    status: 400,
    body: { message, type: "document_invalid_structure" },
  })
  expect(await call("GET", "/teams/t")).toEqual(before)
})
