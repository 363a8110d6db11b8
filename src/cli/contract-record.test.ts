import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { createEmulator } from "../emulator.ts"

// Each test starts a process that compiles the sources first.
vi.setConfig({ testTimeout: 60_000 })

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url))
const KEY = "standard_0123456789abcdef"
const emulator = await createEmulator({ projects: [{ id: "real-project", keys: [KEY] }] })
const folder = mkdtempSync(join(tmpdir(), "contract-"))
const running = new Set<ChildProcess>()
let server: readonly string[] = []
let close = async () => {}

beforeAll(async () => {
  const listening = await emulator.listen()
  close = listening.close
  server = ["--endpoint", `${listening.url}/v1`, "--project", "real-project", "--key", KEY]
})
afterEach(() => {
  for (const child of running) child.kill("SIGKILL")
  running.clear()
  emulator.reset()
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

function start(command: string, args: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, "contract", command, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  running.add(child)
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")])
  return { child, exit: ended.then(([stdout, stderr]) => ({ stdout, stderr, code: child.exitCode })) }
}

function contract(command: string, ...args: readonly string[]) {
  return start(command, args).exit
}

function ask(method: string, body?: string): Promise<Response> {
  const credentials = { "x-appwrite-project": "real-project", "x-appwrite-key": KEY }
  const headers = { ...credentials, "content-type": "application/json" }
  return emulator.fetch(new Request("http://127.0.0.1/v1/users", { method, headers, ...(body && { body }) }))
}

async function users(): Promise<number> {
  return JSON.parse(await (await ask("GET")).text()).total
}

describe("recordings of a listening server", () => {
  const out = join(folder, "recorded")
  const file = join(out, "users-sessions.json")

  beforeAll(async () => {
    const { code, stdout } = await contract(
      "record",
      ...server,
      "--out",
      out,
      "--only",
      "users-sessions",
      "health",
    )
    expect(stdout).toMatch(/^health: 7 steps\nusers-sessions: \d+ steps\n$/)
    expect(code).toBe(0)
    expect(await users()).toBe(0)
  })

  test("are files without the project's secrets", () => {
    expect(readdirSync(out).sort()).toEqual(["health.json", "users-sessions.json"])
    expect(readFileSync(file, "utf8")).not.toMatch(/real-project|0123456789abcdef(?!0)/)
  })

  test("are replayed the same, in process and on the server", async () => {
    const inProcess = await contract("replay", out)
    expect(inProcess).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^(\d+) of \1 steps the same, 0/),
    })
    const onServer = await contract("replay", out, ...server, "--hash-cost", "fast", "--json")
    expect(onServer.code).toBe(0)
    expect(JSON.parse(onServer.stdout)).toMatchObject({ total: { different: 0 }, unused: [], different: [] })
    expect(await users()).toBe(0)
  })

  test("in which an answer is another one fail, with the place of the difference", async () => {
    const changed = join(folder, "changed.json")
    const junit = join(folder, "junit.xml")
    writeFileSync(
      changed,
      readFileSync(file, "utf8").replace('"emailVerification":false', '"emailVerification":true'),
    )
    const { code, stdout } = await contract("replay", changed, "--junit", junit)
    expect(code).toBe(1)
    expect(stdout).toContain("users-sessions, step 0: POST /users\n  body.emailVerification: ")
    expect(readFileSync(junit, "utf8")).toMatch(/tests="1" failures="1"[\s\S]*body\.emailVerification/)
  })

  test("fail by an entry of the ledger that excuses nothing", async () => {
    const ledger = join(folder, "ledger.json")
    const entry = { id: "idle", reason: "r", transcript: "*", method: "GET", path: "/none", at: "*" }
    writeFileSync(ledger, JSON.stringify([entry]))
    const { code, stdout } = await contract("replay", out, "--ledger", ledger)
    expect(stdout).toContain("The ledger's entry idle excuses nothing")
    expect(code).toBe(1)
  })

  test("are reported by route, and named when they are too old", async () => {
    const report = await contract("report", out, "--max-age", "1", "--json")
    expect(report.code).toBe(0)
    const { routes, stale }: { routes: { route: string; recorded: { steps: number } }[]; stale: unknown } =
      JSON.parse(report.stdout)
    expect(stale).toEqual([])
    const steps = routes.find(({ route }) => route === "DELETE /users/:userId/sessions")?.recorded.steps
    const sent = readFileSync(file, "utf8").match(/"method":"DELETE","path":"[^"]*\/sessions"/g)
    expect(steps).toBe(sent?.length)
    writeFileSync(file, readFileSync(file, "utf8").replace(/"at":\d{13}/, '"at":1600000000000'))
    const old = await contract("report", out, "--max-age", "1")
    expect(old.stdout).toContain("users-sessions is out of date: recorded on 2020-09-13.")
  })
})

test("Ctrl+C deletes what was made", async () => {
  const out = join(folder, "interrupted")
  const { child, exit } = start("record", [...server, "--out", out])
  await vi.waitUntil(async () => (await users()) > 0, { timeout: 30_000, interval: 5 })
  child.kill("SIGINT")
  const { code, stderr } = await exit
  expect(stderr).toContain("interrupted")
  expect(code).toBe(2)
  expect(await users()).toBe(0)
})

test("a project that is not empty is refused", async () => {
  await ask("POST", '{"userId":"theirs"}')
  const { code, stderr } = await contract("record", ...server, "--out", join(folder, "refused"))
  expect(stderr).toContain("The project is not empty: it has 1 user and 0 teams.")
  expect(code).toBe(2)
  expect(existsSync(join(folder, "refused", "health.json"))).toBe(false)
})

test("allowed to, it records what does not concern others, and leaves them alone", async () => {
  await ask("POST", '{"userId":"theirs"}')
  const out = join(folder, "allowed")
  const scenarios = join(folder, "mine.mjs")
  writeFileSync(
    scenarios,
    `export const scenarios = [{ name: "mine", area: "own", run: async ({ step, id }) => {
      await step("POST", "/users", { body: { userId: id("a") } })
    } }]`,
  )
  const { code, stdout, stderr } = await contract(
    "record",
    ...[...server, "--out", out, "--allow-non-empty", "--scenarios", scenarios],
    ...["--only", "mine", "project-policies", "users-read"],
  )
  expect(stderr).toContain("Left out: project-policies")
  expect(stdout).toMatch(/users-read: not kept\n {2}Not kept: step 0, GET \/users, lists users/)
  expect(stdout).toContain("mine: 1 steps")
  expect(code).toBe(1)
  expect(await users()).toBe(1)
})

test.each([
  ["a folder without recordings", ["replay", "src/none"]],
  [
    "a server that is not there",
    ["record", "--endpoint", "http://127.0.0.1:9/v1", "--project", "p", "--key", "k", "--out", folder],
  ],
  [
    "a scenario that is not there",
    [
      "record",
      "--endpoint",
      "http://127.0.0.1:9/v1",
      "--project",
      "p",
      "--key",
      "k",
      "--out",
      folder,
      "--only",
      "none",
    ],
  ],
])("%s can't be compared", async (_, [command = "", ...args]) => {
  const { code, stderr } = await contract(command, ...args)
  expect(stderr).not.toBe("")
  expect(code).toBe(2)
})
