import fc from "fast-check"
import { expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../emulator.ts"
import { systemRandomness } from "../../store/randomness.ts"

const SECRET_BYTES = 128
const KEY = { "x-appwrite-key": DEFAULT_API_KEY }

/** An emulator with the team `t` of the user `owner`, and what its clients do. */
async function startTeam() {
  const system = systemRandomness()
  let secret = ""
  const emulator = await createEmulator({
    randomness: {
      bytes(length) {
        const bytes = system.bytes(length)
        if (length === SECRET_BYTES) secret = Buffer.from(bytes).toString("hex")
        return bytes
      },
    },
  })
  async function call(method: string, path: string, body?: object, caller: Record<string, string> = KEY) {
    const response = await emulator.fetch(
      new Request(`http://localhost/v1${path}`, {
        method,
        headers: { "content-type": "application/json", "x-appwrite-project": DEFAULT_PROJECT, ...caller },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    return { status: response.status, body: JSON.parse((await response.text()) || "null") }
  }
  await call("POST", "/users", { userId: "owner" })
  const session = await call("POST", "/users/owner/sessions", {})
  const owner = { "x-appwrite-session": session.body.secret }
  await call("POST", "/teams", { teamId: "t", name: "T" }, owner)
  return {
    call,
    invite: async (userId: string) => {
      const invitation = { userId, roles: [], url: "http://localhost/join" }
      const { status, body } = await call("POST", "/teams/t/memberships", invitation, owner)
      return { status, membershipId: body.$id, secret }
    },
    accept: (invitation: { membershipId: string; secret: string }, userId: string) =>
      call(
        "PATCH",
        `/teams/t/memberships/${invitation.membershipId}/status`,
        { userId, secret: invitation.secret },
        {},
      ),
    total: async () => (await call("GET", "/teams/t")).body.total,
  }
}

const users = ["a", "b", "c"] as const
const steps = fc.array(
  fc.record({
    user: fc.constantFrom(...users),
    what: fc.constantFrom("create", "delete", "join", "invite", "accept", "leave"),
  }),
  { maxLength: 30 },
)

test("the total counts the confirmed members, whoever comes, goes or is deleted", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const { call, invite, accept, total } = await startTeam()
      const state = new Map<string, { membershipId?: string; secret?: string; joined: boolean }>()
      for (const { user, what } of plan) {
        const known = state.get(user)
        if (what === "create" && known === undefined) {
          expect((await call("POST", "/users", { userId: user })).status).toBe(201)
          state.set(user, { joined: false })
        }
        if (known === undefined) continue
        const { membershipId, secret, joined } = known
        if (what === "delete") {
          expect((await call("DELETE", `/users/${user}`)).status).toBe(204)
          state.delete(user)
        } else if (what === "join" && membershipId === undefined) {
          const made = await call("POST", "/teams/t/memberships", { userId: user, roles: ["x"] })
          expect(made.status).toBe(201)
          state.set(user, { membershipId: made.body.$id, joined: true })
        } else if (what === "invite" && !joined) {
          const invitation = await invite(user)
          expect(invitation.status).toBe(201)
          state.set(user, { ...invitation, joined: false })
        } else if (what === "accept" && membershipId !== undefined && secret !== undefined && !joined) {
          expect((await accept({ membershipId, secret }, user)).status).toBe(200)
          state.set(user, { membershipId, joined: true })
        } else if (what === "leave" && membershipId !== undefined) {
          expect((await call("DELETE", `/teams/t/memberships/${membershipId}`)).status).toBe(204)
          state.set(user, { joined: false })
        }
      }
      const members = [...state].filter(([, { joined }]) => joined).map(([user]) => user)
      const list = (await call("GET", "/teams/t/memberships")).body.memberships
      const confirmed = list.filter(({ confirm }: { confirm: boolean }) => confirm)
      expect(confirmed.map(({ userId }: { userId: string }) => userId).sort()).toEqual(
        [...members, "owner"].sort(),
      )
      expect(await total()).toBe(members.length + 1)
    }),
    { numRuns: 40 },
  )
})

test("who was invited and then confirmed by a key is not counted, but missed when they leave", async () => {
  const { call, invite, total } = await startTeam()
  await call("POST", "/users", { userId: "a" })
  const { membershipId } = await invite("a")
  const renewed = await call("POST", "/teams/t/memberships", { userId: "a", roles: ["new"] })
  expect(renewed.body).toMatchObject({ $id: membershipId, confirm: true, roles: [] })
  expect(await total()).toBe(1)
  expect((await call("DELETE", `/teams/t/memberships/${membershipId}`)).status).toBe(204)
  expect(await total()).toBe(0)
})

test("leaving a team whose total is 0 fails when it is done", async () => {
  const { call, invite, total } = await startTeam()
  await call("POST", "/users", { userId: "a" })
  const { membershipId } = await invite("a")
  await call("POST", "/teams/t/memberships", { userId: "a", roles: [] })
  await call("DELETE", `/teams/t/memberships/${membershipId}`)
  const { body } = await call("GET", "/users/owner/memberships")
  const left = await call("DELETE", `/teams/t/memberships/${body.memberships[0].$id}`)
  expect(left).toMatchObject({ status: 500, body: { type: "general_unknown" } })
  expect((await call("GET", "/users/owner/memberships")).body.total).toBe(0)
  expect(await total()).toBe(0)
})

test("deleting a team ends its memberships, and a new one of that name begins without", async () => {
  const { call } = await startTeam()
  expect((await call("DELETE", "/teams/t")).status).toBe(204)
  expect((await call("GET", "/users/owner/memberships")).body.total).toBe(0)
  await call("POST", "/teams", { teamId: "t", name: "T" })
  expect((await call("GET", "/teams/t/memberships")).body.total).toBe(0)
})
