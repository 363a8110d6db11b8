import fc from "fast-check"
import { expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../emulator.ts"

const KEY = { "x-appwrite-key": DEFAULT_API_KEY }

async function startTeam() {
  const emulator = await createEmulator()
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
  const user = { userId: "u", email: "u@acme.com", phone: "+14155550187", name: "U" }
  await call("POST", "/users", user)
  await call("PATCH", "/users/u/verification", { emailVerification: true })
  const session = { "x-appwrite-session": (await call("POST", "/users/u/sessions", {})).body.secret }
  await call("POST", "/teams", { teamId: "t", name: "T" }, session)
  return { call, session }
}

/** What the answer shows of a hidden part, by the policy that hides it. */
const HIDDEN = {
  userId: { userId: "" },
  userName: { userName: "" },
  userEmail: { userEmail: "" },
  userPhone: { userPhone: "" },
  userMFA: { mfa: false },
  userAccessedAt: { userAccessedAt: "" },
} as const

const policy = fc.record({
  userId: fc.boolean(),
  userName: fc.boolean(),
  userEmail: fc.boolean(),
  userPhone: fc.boolean(),
  userMFA: fc.boolean(),
  userAccessedAt: fc.boolean(),
})

test("clients see of members what the project shows, keys see everything", async () => {
  const { call, session } = await startTeam()
  await call("PATCH", "/users/u/mfa", { mfa: true })
  const [whole] = (await call("GET", "/teams/t/memberships")).body.memberships
  expect(whole).toMatchObject({ userId: "u", userName: "U", userEmail: "u@acme.com", mfa: true })
  expect(whole).toMatchObject({ userPhone: "+14155550187", userAccessedAt: expect.stringMatching(/^2/) })
  // One factor is no longer enough for the session.
  await call("PATCH", "/users/u/verification", { emailVerification: false })
  await fc.assert(
    fc.asyncProperty(policy, async (shown) => {
      await call("PATCH", "/project/policies/membership-privacy", shown)
      const hidden = Object.entries(HIDDEN).filter(([name]) => !shown[name as keyof typeof shown])
      const expected = Object.assign({ ...whole, mfa: false }, ...hidden.map(([, part]) => part))
      const list = await call("GET", "/teams/t/memberships", undefined, session)
      expect(list.body.memberships).toEqual([expected])
      const one = await call("GET", `/teams/t/memberships/${whole.$id}`, undefined, session)
      expect(one.body).toEqual(expected)
      expect((await call("GET", "/teams/t/memberships")).body.memberships).toEqual([{ ...whole, mfa: false }])
    }),
    { numRuns: 20 },
  )
})

test("what is shown is the user as it is now", async () => {
  const { call } = await startTeam()
  await call("PATCH", "/users/u/name", { name: "New" })
  await call("PATCH", "/users/u/email", { email: "new@acme.com" })
  const [member] = (await call("GET", "/teams/t/memberships")).body.memberships
  expect(member).toMatchObject({ userName: "New", userEmail: "new@acme.com" })
})
