import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { Client, Users } from "node-appwrite-27"
import { describe, expect } from "vitest"
import { test } from "./vitest.ts"

const root = fileURLToPath(new URL("../../", import.meta.url))

describe("a project of a test's own", () => {
  const ids: string[] = []
  test.for([1, 2])("starts empty, for the test %i", async (_, { project, emulator }) => {
    const init = { method: "POST", body: JSON.stringify({ userId: "ada" }) }
    const headers = {
      "x-appwrite-project": project.projectId,
      "x-appwrite-key": project.apiKey,
      "content-type": "application/json",
    }
    expect(project.userCount).toBe(0)
    const answer = await emulator.fetch(new Request(`${project.endpoint}/users`, { ...init, headers }))
    expect(answer.status).toBe(201)
    expect(project.userCount).toBe(1)
    ids.push(project.projectId)
  })

  test("is gone after the test", ({ emulator }) => {
    expect(new Set(ids).size).toBe(2)
    expect(emulator.projectIds().filter((id) => ids.includes(id))).toEqual([])
  })
})

describe("with a seed", () => {
  test.override({ seed: { users: [{ $id: "ada", name: "Ada", sessions: [{}] }] } })

  test("an SDK client reads what was planted", async ({ project, planted, server }) => {
    expect(project.endpoint).toBe(`${server.url}/v1`)
    const client = new Client().setEndpoint(project.endpoint).setProject(project.projectId)
    const users = new Users(client.setKey(project.apiKey))
    expect((await users.get({ userId: "ada" })).name).toBe("Ada")
    await users.delete({ userId: "ada" })
    expect(project.userCount).toBe(0)
    project.reset()
    expect(project.userCount).toBe(1)
    expect(planted.users.map(({ $id }) => $id)).toEqual(["ada"])
  })

  test("the next test finds it whole again, and its sessions are valid", async ({
    project,
    planted,
    emulator,
  }) => {
    const headers = {
      "x-appwrite-project": project.projectId,
      "x-appwrite-session": planted.users[0]?.sessions[0]?.secret ?? "",
    }
    const answer = await emulator.fetch(new Request(`${project.endpoint}/account`, { headers }))
    expect(await answer.json()).toMatchObject({ $id: "ada" })
  })

  describe("of another suite", () => {
    test.override({ seed: { users: [{ $id: "alan" }, { $id: "grace" }] } })
    test("is another one", ({ planted }) => {
      expect(planted.users.map(({ $id }) => $id)).toEqual(["alan", "grace"])
    })
  })
})

describe("the clock", () => {
  test("can be moved by a test", ({ project, emulator }) => {
    emulator.clock.freeze("2030-01-01T00:00:00Z")
    expect(project.userCount).toBe(0)
  })
  test("goes on by itself in the next one", ({ emulator }) => {
    expect(emulator.clock.isFrozen).toBe(false)
  })
})

describe("faults", () => {
  test("can be asked for by a test", ({ project, emulator }) => {
    emulator.faults.add({ route: "GET /users", project: project.projectId, fault: "rate_limited" })
    expect(emulator.faults.list()).toHaveLength(1)
  })
  test("are gone in the next one", ({ emulator }) => {
    expect(emulator.faults.list()).toEqual([])
  })
  test.concurrent("can be asked for by one of several tests", ({ project, emulator }) => {
    emulator.faults.add({ project: project.projectId, fault: "rate_limited" })
    emulator.clock.freeze()
  })
  test("are left then, as is the clock: the others may need them", ({ emulator }) => {
    expect(emulator.faults.list()).toHaveLength(1)
    expect(emulator.clock.isFrozen).toBe(true)
    emulator.faults.clear()
    emulator.clock.reset()
  })
})

test("a test that fails prints its requests, and one that passes does not", { timeout: 60_000 }, async () => {
  const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url))
  const args = [vitest, "run", "--config", "src/test-support/failing-test/vitest.config.ts"]
  const printed = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (_, stdout, stderr) => resolve(stdout + stderr))
  })
  expect(printed).toContain('Requests of "fails":')
  expect(printed).toMatch(/404 +[\d.]+ ms GET +\/v1\/users\/nobody .*user_not_found/)
  expect(printed).not.toContain('Requests of "passes"')
  expect(printed).not.toContain("project-1-key")
})
