import { expect, test } from "vitest"
import { createEmulator } from "../emulator.ts"
import { witnessOf } from "./evidence.ts"

const route = { method: "GET", path: "/users/:userId" } as const
const list = { method: "GET", path: "/users" } as const
const table = {
  version: "1.9.6",
  routes: {
    "GET /users/:userId": {
      steps: 3,
      walked: 0,
      recorded: "2026-11-23",
      answers: ["200", "404 user_not_found", "500 general_unknown"],
      accepted: ["500 general_unknown"],
    },
  },
}
const witness = witnessOf(table, [route, list])

test("only a recorded status, and for errors a recorded type, is evidence", () => {
  expect(witness("GET", "/users/ada", 200, {})).toBe("recorded 1.9.6")
  expect(witness("GET", "/users/ada", 404, { type: "user_not_found" })).toBe("recorded 1.9.6")
  expect(witness("GET", "/users/ada", 404, { type: "team_not_found" })).toBe("declared only")
  expect(witness("GET", "/users/ada", 500, { type: "general_unknown" })).toBe("accepted difference")
  expect(witness("GET", "/users", 200, {})).toBe("declared only")
  expect(witness("DELETE", "/users/ada", 200, {})).toBe("declared only")
})

const headers = { "x-appwrite-project": "emulator", "x-appwrite-key": "emulator" }

function get(path: string): Request {
  return new Request(`http://127.0.0.1/v1${path}`, { headers })
}

test("answers tell their evidence when they are asked to", async () => {
  const { fetch } = await createEmulator({ evidence: true })
  const known = await fetch(get("/users"))
  expect(known.headers.get("x-emulator-evidence")).toBe("recorded 1.9.6")
  expect(await known.json()).toEqual({ total: 0, users: [] })
  const unknown = await fetch(get("/users/usage?range=1y"))
  expect(unknown.status).toBe(400)
  const silent = await (await createEmulator()).fetch(get("/users"))
  expect(silent.headers.get("x-emulator-evidence")).toBeNull()
})

test("without evidence a call fails, if evidence is required", async () => {
  const { fetch } = await createEmulator({ evidence: "required" })
  expect((await fetch(get("/users"))).status).toBe(200)
  const guess = await fetch(get("/messaging/providers"))
  expect(guess.status).toBe(501)
  expect(guess.headers.get("x-emulator-evidence")).toBe("declared only")
  expect(await guess.json()).toMatchObject({ type: "emulator_no_evidence" })
})
