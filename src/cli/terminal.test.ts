import { once } from "node:events"
import { createServer } from "node:http"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"
import { program } from "./program.ts"

let emulator: Emulator
let place: string[]
const told = { stdout: "", stderr: "" }

beforeEach(async () => {
  for (const name of Object.keys(process.env)) if (name.startsWith("EMULATOR_")) vi.stubEnv(name, undefined)
  for (const name of ["stdout", "stderr"] as const) {
    told[name] = ""
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      told[name] += String(text)
      return true
    })
  }
  emulator = await createEmulator({ seed: { users: [{ $id: "ada", email: "ada@example.com" }] } })
  const { port } = await emulator.listen()
  place = ["--port", String(port)]
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = undefined
  await emulator.close()
})

/** Runs a command in this process, and brings what it printed. */
async function run(...args: readonly string[]) {
  Object.assign(told, { stdout: "", stderr: "" })
  process.exitCode = undefined
  await program().parseAsync([...args], { from: "user" })
  return { code: process.exitCode ?? 0, ...told }
}

const request = (path: string, body: object, project = "emulator") =>
  emulator.fetch(
    new Request(`http://localhost/v1${path}`, {
      method: "POST",
      headers: {
        "x-appwrite-project": project,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    }),
  )

const askForCode = (email: string, project?: string) =>
  request("/account/tokens/email", { userId: "unique()", email }, project)

describe("status", () => {
  test("shows time, projects, keys and faults", async () => {
    emulator.clock.freeze("2030-01-01T00:00:00Z")
    emulator.project("shop", { keys: ["s3cret"] })
    emulator.faults.add({ latency: 1 })
    const { code, stdout } = await run("status", ...place)
    expect(code).toBe(0)
    expect(stdout).toContain("2030-01-01T00:00:00.000Z, which stands still")
    expect(stdout).toMatch(/^Faults {4}1 set/m)
    expect(stdout).toMatch(
      /^PROJECT {3}USERS {2}API KEYS\nemulator {2}1 {6}emulator\nshop {6}1 {6}s3cret\n$/m,
    )
    expect(JSON.parse((await run("status", ...place, "--json")).stdout)).toMatchObject({
      appwrite: "1.9.6",
      faults: 1,
      clock: { frozen: true },
      projects: [{ id: "emulator", users: 1 }, { id: "shop" }],
    })
  })

  test("shows what keys may do, and that there is none", async () => {
    const keys = [
      { secret: "a", scopes: ["users.read", "teams.read"] },
      { secret: "b", scopes: [] },
    ]
    await fetch(`${emulator.url}/_emulator/projects/shop`, {
      method: "PUT",
      headers: { "x-emulator-control": "1" },
      body: JSON.stringify({ keys }),
    })
    emulator.project("open", { keys: [] })
    const { stdout } = await run("status", ...place)
    expect(stdout).toMatch(/^shop .* a \(users\.read teams\.read\), b \(no scope\)$/m)
    expect(stdout).toMatch(/^open .* none$/m)
  })

  test.each([["status"], ["users"], ["outbox"], ["log"], ["reset"]])(
    "%s says that nothing listens, or that something else does",
    async (command) => {
      const nobody = await run(command, "--endpoint", "http://127.0.0.1:1/v1")
      expect(nobody).toMatchObject({ code: 1, stdout: "" })
      expect(nobody.stderr).toContain("No emulator answers at http://127.0.0.1:1: ")
      const other = createServer((_request, response) => response.end("<h1>Hello</h1>"))
      const port = await new Promise<number>((resolve) => {
        other.listen(0, "127.0.0.1", () => {
          const address = other.address()
          resolve(typeof address === "object" ? (address?.port ?? 0) : 0)
        })
      })
      const { code, stderr } = await run(command, "--port", String(port))
      other.close()
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("is no emulator") })
    },
  )
})

test("what somebody else's server says can't move the cursor", async () => {
  const says = JSON.stringify({ error: "\u001b[2Jgone\u202e" })
  await using server = createServer((_request, response) => response.end(says)).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" ? address?.port : undefined
  const { code, stderr } = await run("status", "--port", String(port))
  expect(code).toBe(1)
  expect(stderr).toContain("refused: \\u{1b}[2Jgone\\u{202e}\n")
})

describe("reset", () => {
  test("takes all back to the start, or one project", async () => {
    const [one, other] = [emulator.project("emulator"), emulator.project("shop")]
    await Promise.all([one, other].map((project) => project.seed({ users: [{}] })))
    expect((await run("reset", ...place, "--project", "shop")).code).toBe(0)
    expect([one.userCount, other.userCount]).toEqual([2, 1])
    expect((await run("reset", ...place)).code).toBe(0)
    expect(one.userCount).toBe(1)
  })

  test("says that there is no such project", async () => {
    const { code, stderr } = await run("reset", ...place, "--project", "nobodys")
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('no project "nobodys"') })
  })
})

describe("users", () => {
  test("are shown in aligned columns, as far as there is anything in them", async () => {
    await emulator.seed({ users: [{ $id: "b", name: "Bo\u001b[31m", status: false, sessions: [{}] }] })
    const [title, ada, bo] = (await run("users", ...place)).stdout.split("\n")
    expect(title).toMatch(/^ID {3}EMAIL +NAME +STATE +SESSIONS +REGISTERED$/)
    expect(ada).toMatch(/^ada {2}ada@example\.com +\d{4}-\d\d-\d\d \d\d:\d\d$/)
    expect(bo).toMatch(/^b +Bo\\u\{1b\}\[31m +blocked +1 +/)
    for (const word of ["blocked", "1 "]) expect(bo?.indexOf(word)).toBeGreaterThan(0)
    expect(bo?.indexOf("blocked")).toBe(title?.indexOf("STATE"))
    expect(emulator.log.list()).toEqual([])
  })

  test("are found by a part of what they are called, and no more than asked for", async () => {
    await emulator.seed({
      users: [
        { $id: "bob", email: "bob@example.com" },
        { $id: "eve", labels: ["Exa"] },
      ],
    })
    const { stdout } = await run("users", ...place, "--search", "EXA", "--limit", "1")
    expect(stdout).toContain('3 users with "EXA"; 1 are shown')
    const lines = (await run("users", ...place, "--search", "EXA", "--json")).stdout.trimEnd().split("\n")
    expect(lines.map((line) => JSON.parse(line).$id)).toEqual(["ada", "bob", "eve"])
    expect((await run("users", ...place, "--search", "nobody")).stdout).toContain("0 users")
  })

  test("of a project that is named", async () => {
    await emulator.project("shop").seed({ users: [] }, { isStart: true })
    expect((await run("users", ...place, "--project", "shop")).stdout).toBe('Project "shop": 0 users\n')
  })
})

describe("outbox", () => {
  test("shows codes", async () => {
    expect(await run("outbox", ...place)).toMatchObject({ stdout: "", stderr: "The outbox is empty.\n" })
    await askForCode("ada@example.com")
    expect((await run("outbox", ...place)).stdout).toMatch(/otp by email to ada@example\.com: \d{6}\n$/)
    expect(JSON.parse((await run("outbox", ...place, "--json")).stdout)).toMatchObject({ kind: "otp" })
  })

  test("shows links, and what was sent for one project only", async () => {
    await askForCode("ada@example.com")
    const url = "http://localhost/in"
    await request("/account/tokens/magic-url", { userId: "eve", email: "eve@example.com", url }, "shop")
    const { stdout } = await run("outbox", ...place, "--project", "shop")
    expect(stdout).toMatch(
      /^\S+ outbox magicUrl by email to eve@example\.com: http:\/\/localhost\/in\?\S+\n$/,
    )
  })

  test("goes on with what comes, also after a reset, until the emulator ends", async () => {
    await askForCode("one@example.com")
    const following = run("outbox", ...place, "--follow", "--json")
    const shows = (email: string) => vi.waitFor(() => expect(told.stdout).toContain(email))
    await shows("one@example.com")
    await askForCode("two@example.com")
    await shows("two@example.com")
    emulator.reset()
    await askForCode("three@example.com")
    await shows("three@example.com")
    await emulator.close()
    const { code, stdout, stderr } = await following
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("has ended") })
    expect(stdout.trimEnd().split("\n")).toHaveLength(3)
  })
})

describe("log", () => {
  const idsIn = (text: string) => text.match(/^\{"id":\d+/gm)?.map((start) => Number(start.slice(6)))
  const refused = () => request("/account/tokens/email", {})

  test("shows what has the project, route, status and caller that are named", async () => {
    await askForCode("ada@example.com")
    await refused()
    emulator.project("shop", { keys: ["s3cret"] })
    const headers = { "x-appwrite-project": "shop", "x-appwrite-key": "s3cret" }
    await emulator.fetch(new Request("http://localhost/v1/users", { headers }))
    const ids = async (...filter: string[]) => idsIn((await run("log", ...place, "--json", ...filter)).stdout)
    expect(await ids()).toEqual([1, 2, 3])
    expect(await ids("--project", "shop")).toEqual([3])
    expect(await ids("--route", "POST /v1/account/tokens/email")).toEqual([1, 2])
    expect(await ids("--status", "4xx")).toEqual([2])
    expect(await ids("--caller", "key")).toEqual([3])
  })

  test("goes on with what comes and is meant, until the emulator ends", async () => {
    await refused()
    const following = run("log", ...place, "--follow", "--json", "--status", "4xx")
    const shows = (id: number) => vi.waitFor(() => expect(told.stdout).toContain(`{"id":${id},`))
    await shows(1)
    await askForCode("ada@example.com")
    await refused()
    await shows(3)
    await emulator.close()
    const { code, stdout, stderr } = await following
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("has ended") })
    expect(idsIn(stdout)).toEqual([1, 3])
  })
})
