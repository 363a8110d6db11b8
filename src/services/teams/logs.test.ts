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
  await call("POST", "/users", { userId: "u", email: "u@acme.com", name: "U" })
  const session = { "x-appwrite-session": (await call("POST", "/users/u/sessions", {})).body.secret }
  await call("POST", "/teams", { teamId: "t", name: "T" }, session)
  return { call, session }
}

test("the log of a team tells what keys and users did, newest first, and under which name", async () => {
  const { call, session } = await startTeam()
  await call("PUT", "/teams/t", { name: "T2" }, session)
  await call("PATCH", "/users/u/name", { name: "New" })
  await call("PUT", "/teams/t", { name: "" }, session)
  await call("PUT", "/teams/t", { name: "T3" })
  const { total, logs } = (await call("GET", "/teams/t/logs")).body
  expect(total).toBe(3)
  expect(logs).toMatchObject([
    {
      event: "team.update",
      userType: "keyProject",
      userId: "",
      userEmail: `app.${DEFAULT_PROJECT}@service.localhost`,
    },
    { event: "team.update", userType: "user", userId: "u", userName: "U", userEmail: "u@acme.com" },
    { event: "team.create", userType: "user", userId: "u", userName: "U" },
  ])
  const page = encodeURIComponent(JSON.stringify({ method: "limit", values: [1] }))
  expect((await call("GET", `/teams/t/logs?queries[]=${page}`)).body).toEqual({ total: 3, logs: [logs[0]] })
  expect((await call("GET", "/users/u/logs")).body.logs).toEqual(logs.slice(1))
})

test("the log of a team outlives its users, theirs ends with them", async () => {
  const { call } = await startTeam()
  const { logs } = (await call("GET", "/teams/t/logs")).body
  await call("DELETE", "/users/u")
  await call("POST", "/users", { userId: "u" })
  expect((await call("GET", "/users/u/logs")).body).toEqual({ total: 0, logs: [] })
  expect((await call("GET", "/teams/t/logs")).body.logs).toEqual(logs)
})
