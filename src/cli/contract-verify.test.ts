import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { parseLockStepRuns } from "../contract/coverage/lock-step-runs.ts"
import { isJsonList, isJsonObject, parseJson } from "../contract/json-value.ts"
import { parseLedger } from "../contract/ledger.ts"
import { parseTranscript } from "../contract/transcript.ts"
import { createEmulator } from "../emulator.ts"
import { listen } from "../server/listen.ts"

// Each test starts a process that compiles the sources first.
vi.setConfig({ testTimeout: 120_000 })

const main = fileURLToPath(new URL("main.ts", import.meta.url))
const project = "verified"
const key = "secret"
const ends: (() => Promise<unknown>)[] = []
let folder = ""

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "verify-"))
})

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await rm(folder, { recursive: true })
})

type Fetch = (request: Request) => Promise<Response>

/** A server that listens: the emulator, with something around it. */
async function serve(around: (fetch: Fetch) => Fetch = (fetch) => fetch) {
  // The clock stands still during a request, so that one request never shows two moments.
  let moment = Date.now()
  const clock = { now: () => moment }
  const emulator = await createEmulator({ projects: [{ id: project, keys: [key] }], strict: true, clock })
  const fetch: Fetch = (request) => {
    moment = Date.now()
    return emulator.fetch(request)
  }
  const { port, close } = await listen(around(fetch), { host: "127.0.0.1", port: 0, ownsProcess: false })
  ends.push(close)
  const ask = async (method: string, path: string, body?: object) => {
    const headers = {
      "x-appwrite-project": project,
      "x-appwrite-key": key,
      "content-type": "application/json",
    }
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    const answer = parseJson(await (await fetch(new Request(`http://127.0.0.1/v1${path}`, init))).text())
    return isJsonObject(answer) ? answer : {}
  }
  return {
    endpoint: `http://127.0.0.1:${port}/v1`,
    users: async () => (await ask("GET", "/users")).total,
    ask,
  }
}

/** Runs the command line. */
function run(...words: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", main, ...words], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  const exit = Promise.all([once(child, "close"), text(child.stdout), text(child.stderr)])
  return { child, exit: exit.then(([[code], stdout, stderr]) => ({ code, stdout, stderr })) }
}

/** Runs `contract verify` with few walks and without waits. */
function verify(endpoint: string, ...options: readonly string[]) {
  const fixed = [
    "--endpoint",
    endpoint,
    "--project",
    project,
    "--key",
    key,
    "--settle",
    "0",
    "--hash-cost",
    "fast",
  ]
  return run("contract", "verify", ...fixed, ...options)
}

const few = ["--runs", "3", "--steps", "12"]

describe("a server that answers the same", () => {
  test("gives exit code 0, and is left empty", async () => {
    const { endpoint, users } = await serve()
    const log = join(folder, "runs.json")
    const { code, stdout } = await verify(endpoint, ...few, "--json", "--log", log).exit
    const [run] = parseLockStepRuns(await readFile(log, "utf8"), log)
    expect(run).toMatchObject({ server: "1.9.6", routes: { "POST /users": expect.any(Number) } })
    expect(parseJson(stdout)).toMatchObject({ outcome: "same", walks: 3, left: [] })
    expect([code, await users()]).toEqual([0, 0])
  })

  test("is told of in the report on endpoints: each with the last run that called it", async () => {
    const { endpoint } = await serve()
    const [log, recording] = [join(folder, "runs.json"), join(folder, "none.json")]
    const nothing = { name: "none", area: "none", server: "Appwrite 1.9.6", project, key, steps: [] }
    await writeFile(recording, JSON.stringify(nothing))
    for (const steps of ["6", "12"]) {
      const { code } = await verify(endpoint, "--runs", "2", "--steps", steps, "--log", log).exit
      expect(code).toBe(0)
    }
    const runs = parseLockStepRuns(await readFile(log, "utf8"), log)
    expect(runs).toHaveLength(2)
    const called = Object.assign({}, ...runs.map(({ routes }) => routes))
    const { code, stdout } = await run("contract", "report", recording, "--lock-step", log, "--json").exit
    const report = parseJson(stdout)
    const routes = isJsonObject(report) && isJsonList(report.routes) ? report.routes.filter(isJsonObject) : []
    const told = routes.flatMap(({ route, lockStepped }) =>
      isJsonObject(lockStepped ?? null) ? [[route, lockStepped]] : [],
    )
    expect(code).toBe(0)
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(
        Object.entries(called).map(([route, steps]) => [
          route,
          { date: runs[1]?.date.slice(0, 10), server: "1.9.6", steps },
        ]),
      ),
    )
  })

  test("is left empty also after an interruption", async () => {
    const { endpoint, users } = await serve()
    const { child, exit } = verify(endpoint, "--runs", "100000")
    await vi.waitFor(async () => expect(await users()).not.toBe(0), { timeout: 60_000, interval: 5 })
    child.kill("SIGINT")
    const { code, stdout } = await exit
    expect(stdout).toContain("interrupted")
    expect([code, await users()]).toEqual([2, 0])
  })
})

describe("a server that answers something else", () => {
  const wrong =
    (fetch: Fetch): Fetch =>
    async (request) => {
      const isRead = request.method === "GET" && new URL(request.url).pathname.endsWith("/prefs")
      const response = await fetch(request)
      if (!isRead || response.status !== 200) return response
      // One member too many, so that what differs is the same whatever the preferences are.
      const prefs = parseJson(await response.text())
      return new Response(JSON.stringify(isJsonObject(prefs) ? { ...prefs, wrong: true } : prefs), response)
    }
  const longEnough = ["--area", "users", "--runs", "1000", "--steps", "30"]

  test("gives exit code 1, and calls that show it", async () => {
    const { endpoint, users } = await serve(wrong)
    const { code, stdout } = await verify(endpoint, ...longEnough).exit
    expect([code, await users()]).toEqual([1, 0])
    const script = /^(\/\/ Set[\s\S]*?)^Emulator:/m.exec(stdout)?.[1] ?? ""
    expect(script.match(/^await call/gm)?.length).toBeLessThanOrEqual(2)
    const env = { APPWRITE_ENDPOINT: endpoint, APPWRITE_PROJECT_ID: project, APPWRITE_API_KEY: key }
    const node = spawn(process.execPath, ["--input-type=module", "--eval", script], { env })
    expect(parseJson(await text(node.stdout))).toMatchObject({ status: 200, body: { wrong: true } })
  })

  test("is written down, and no difference any more once it is accepted", async () => {
    const { endpoint } = await serve(wrong)
    const [ledger, saved, junit] = ["ledger.json", "walk.json", "junit.xml"].map((name) => join(folder, name))
    if (ledger === undefined || saved === undefined || junit === undefined) throw new Error("no names")
    const files = ["--ledger", ledger, "--accept", "known", "--save", saved, "--junit", junit]
    expect((await verify(endpoint, ...longEnough, ...files).exit).code).toBe(1)
    const transcript = parseTranscript(await readFile(saved, "utf8"), saved)
    expect(transcript.steps.at(-1)?.answer.body).toMatchObject({ wrong: true })
    expect(await readFile(junit, "utf8")).toContain('failures="1"')
    expect(parseLedger(await readFile(ledger, "utf8"), ledger)[0]).toMatchObject({
      path: "/users/:userId/prefs",
    })
    const excused = await verify(endpoint, "--area", "users", "--runs", "8", "--ledger", ledger, "--json")
      .exit
    expect(excused.code).toBe(0)
  })
})

test("a server that is not there, and wrong options, give exit code 2", async () => {
  const [nobody, wrong] = await Promise.all([
    verify("http://127.0.0.1:9/v1").exit,
    verify("http://127.0.0.1:9/v1", "--runs", "0").exit,
  ])
  expect([nobody.code, wrong.code]).toEqual([2, 2])
})
