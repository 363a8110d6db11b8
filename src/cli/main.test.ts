import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { Agent, get, type OutgoingHttpHeaders, request } from "node:http"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { afterEach, describe, expect, test, vi } from "vitest"

// Each test starts a process that compiles the sources first.
vi.setConfig({ testTimeout: 30_000 })

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url))
const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
)
const running = new Set<ChildProcess>()

afterEach(() => {
  for (const child of running) child.kill("SIGKILL")
  running.clear()
})

/** Runs the command line. Environment variables of this process that are meant for it are kept away. */
function cli(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("EMULATOR_"))
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args], {
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  running.add(child)
  const seen = { stdout: "", stderr: "" }
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (seen.stdout += chunk))
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (seen.stderr += chunk))
  const exit = once(child, "close").then(([code]: (number | null)[]) => ({ code, ...seen }))
  return {
    child,
    exit,
    /** What was printed, once it matches; fails if the process ends before. */
    async printed(pattern: RegExp, stream: "stdout" | "stderr" = "stdout"): Promise<string> {
      while (!pattern.test(seen[stream])) {
        if (child.exitCode !== null) throw new Error(`ended: ${JSON.stringify(seen)}`)
        await Promise.race([once(child[stream], "data"), exit])
      }
      return seen[stream]
    },
    /** Ends it, and brings all it has printed. */
    async end() {
      child.kill("SIGTERM")
      return exit
    },
  }
}

async function startedAsJson(args: readonly string[], env?: Readonly<Record<string, string>>) {
  const run = cli(["--port", "0", "--json", ...args], env)
  const ready: { endpoint: string; projectId: string; apiKey: string; port: number } = JSON.parse(
    await run.printed(/\n/),
  )
  return { run, ready }
}

const listUsers = (endpoint: string, project: string, key: string) =>
  fetch(`${endpoint}/users`, { headers: { "x-appwrite-project": project, "x-appwrite-key": key } })

describe("log", () => {
  test("shows what was asked of a running emulator, goes on with what comes, and exports it", async () => {
    const { run, ready } = await startedAsJson(["--transcripts", "10"])
    const port = ["--port", String(ready.port)]
    await listUsers(ready.endpoint, "emulator", "emulator")
    await listUsers(ready.endpoint, "emulator", "wrong")
    const shown = await cli(["log", ...port, "--status", "4xx"]).exit
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\S+ 401 +[\d.]+ ms GET .*\n$/) })
    const follower = cli(["log", ...port, "--follow", "--json"])
    await follower.printed(/\n.*\n/)
    await listUsers(ready.endpoint, "emulator", "emulator")
    const lines = (await follower.printed(/\n.*\n.*\n/)).trimEnd().split("\n")
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([1, 2, 3])
    const transcript = await cli(["log", ...port, "--transcript"]).exit
    expect(JSON.parse(transcript.stdout).steps).toHaveLength(3)
    await run.end()
    expect(await follower.exit).toMatchObject({ code: 1, stderr: expect.stringContaining("ended") })
  })

  test("says that no emulator answers", async () => {
    const { code, stderr } = await cli(["log", "--port", "1"]).exit
    expect(code).toBe(1)
    expect(stderr).toContain("No emulator answers at http://127.0.0.1:1")
  })
})

describe("start", () => {
  test("prints lines for .env and for a script, and answers", async () => {
    const run = cli(["start", "--port", "0"])
    const banner = await run.printed(/new Users\(client\)\n$/)
    const [, endpoint = ""] = /^APPWRITE_ENDPOINT=(http:\/\/127\.0\.0\.1:\d+\/v1)$/m.exec(banner) ?? []
    expect(banner).toMatch(/^APPWRITE_PROJECT_ID=emulator$/m)
    expect(banner).toMatch(/^APPWRITE_API_KEY=emulator$/m)
    expect(banner).toContain(
      `new Client().setEndpoint("${endpoint}").setProject("emulator").setKey("emulator")`,
    )
    expect(banner).not.toContain("\u001b")
    expect((await listUsers(endpoint, "emulator", "emulator")).status).toBe(200)
    expect(await run.printed(/\n/, "stderr")).toMatch(
      /^[\d:.]+ 200 +[\d.]+ ms GET {5}\/v1\/users +key Emulator\n$/,
    )
    await run.end()
  })

  test("prints refusals with their reasons, and the codes that it does not send", async () => {
    const run = cli(["start", "--port", "0"])
    const [endpoint = ""] = /http:\S+\/v1/.exec(await run.printed(/\n\n/)) ?? []
    expect((await listUsers(endpoint, "emulator", "wrong")).status).toBe(401)
    expect(await run.printed(/\n/, "stderr")).toMatch(/ 401 .*user_unauthorized: .*hint: .*no such API key/)
    await fetch(`${endpoint}/account/tokens/email`, {
      method: "POST",
      headers: { "x-appwrite-project": "emulator", "content-type": "application/json" },
      body: JSON.stringify({ userId: "ada", email: "ada@example.com" }),
    })
    expect(await run.printed(/outbox.*\n/, "stderr")).toMatch(
      /outbox otp by email to ada@example\.com: \d{6}\n$/,
    )
    await run.end()
  })

  test("prints one JSON object instead, and one for each request", async () => {
    const { run, ready } = await startedAsJson(["--project", "shop", "--api-key", "s3cret"])
    expect(ready).toMatchObject({
      endpoint: `http://127.0.0.1:${ready.port}/v1`,
      projectId: "shop",
      apiKey: "s3cret",
      appwrite: "1.9.6",
      pid: run.child.pid,
    })
    expect((await listUsers(ready.endpoint, "shop", "s3cret")).status).toBe(200)
    expect((await listUsers(ready.endpoint, "shop", "other")).status).toBe(401)
    const headers = { "x-appwrite-project": "shop", "content-type": "application/json" }
    const body = JSON.stringify({ userId: "ada", email: "ada@example.com" })
    await fetch(`${ready.endpoint}/account/tokens/email`, { method: "POST", headers, body })
    const { stdout, stderr } = await run.end()
    expect(stdout.trimEnd()).not.toContain("\n")
    const requests = stderr.trimEnd().split("\n")
    expect(requests.map((line) => JSON.parse(line).status)).toEqual([200, 401, 201])
  })

  test("takes the environment where an argument says nothing", async () => {
    const env = { EMULATOR_PROJECT: "shop", EMULATOR_API_KEY: "s3cret", EMULATOR_STRICT: "true" }
    const { ready } = await startedAsJson(["--project", "office"], env)
    expect(ready).toMatchObject({ projectId: "office", apiKey: "s3cret" })
    expect((await listUsers(ready.endpoint, "shop", "s3cret")).status).toBe(404)
  })

  test("keeps requests to the bounds that it is given", async () => {
    const bounds = ["--max-body-size", "40", "--max-connections", "1"]
    const { ready } = await startedAsJson(bounds, { EMULATOR_MAX_HEADER_SIZE: "2000" })
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const statusOf = async (headers: OutgoingHttpHeaders, body = "") => {
      const sent = request(`${ready.endpoint}/users`, { agent, method: "POST", headers }).end(body)
      const [response] = await once(sent, "response")
      response.resume()
      return response.statusCode
    }
    expect(await statusOf({}, "x".repeat(41))).toBe(413)
    expect(await statusOf({ "x-long": "x".repeat(3000) })).toBe(431)
    agent.destroy()
    const wrong = await cli(["--max-body-size", "0"]).exit
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("from 1 to") })
  })

  test("limits clients, tells evidence and repeats itself where it is to", async () => {
    const { ready } = await startedAsJson(["--rate-limits", "--evidence", "--random-seed", "7"])
    const plain = await startedAsJson(["--evidence", "required"])
    const headers = { "x-appwrite-project": "emulator", "x-emulator-control": "1" }
    const logIn = (endpoint: string) =>
      fetch(`${endpoint}/account/sessions/email`, { method: "POST", headers })
    for (const { endpoint } of [ready, plain.ready]) await logIn(endpoint)
    const [limited, unlimited] = [await logIn(ready.endpoint), await logIn(plain.ready.endpoint)]
    expect(limited.headers.get("x-ratelimit-remaining")).toBe("8")
    expect(unlimited.headers.get("x-ratelimit-remaining")).toBe("9")
    expect(limited.headers.get("x-emulator-evidence")).toBe("recorded 1.9.6")
    const guess = (endpoint: string) =>
      fetch(`${endpoint}/messaging/providers`, { headers: { ...headers, "x-appwrite-key": "emulator" } })
    expect([await guess(ready.endpoint), await guess(plain.ready.endpoint)]).toMatchObject([
      { status: 200 },
      { status: 501 },
    ])
    const clock = await fetch(new URL("/_emulator/clock", ready.endpoint), { headers })
    expect(await clock.json()).toMatchObject({ now: "2026-01-01T00:00:00.003Z" })
  })

  test("tells of projects that a request made", async () => {
    const { run, ready } = await startedAsJson([])
    expect((await listUsers(ready.endpoint, "new-one", "emulator")).status).toBe(200)
    const [notice, request] = (await run.printed(/\n.*\n/, "stderr")).split("\n")
    expect(JSON.parse(notice ?? "")).toEqual({ notice: expect.stringContaining('"new-one"') })
    expect(JSON.parse(request ?? "")).toMatchObject({ project: "new-one", path: "/v1/users", status: 200 })
  })

  test.each([["--quiet"], ["--strict"]])("tells nothing of projects under %s", async (option) => {
    const { run, ready } = await startedAsJson([option])
    const { status } = await listUsers(ready.endpoint, "new-one", "emulator")
    expect(status).toBe(option === "--strict" ? 404 : 200)
    expect((await run.end()).stderr).not.toContain("notice")
  })

  test("prints the endpoint alone when it is quiet and the port was left to chance", async () => {
    const run = cli(["--quiet", "--port", "0"])
    const endpoint = (await run.printed(/\n/)).trim()
    expect((await listUsers(endpoint, "emulator", "wrong")).status).toBe(401)
    const { stdout, stderr } = await run.end()
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\n$/)
    expect(stderr).toBe("")
  })

  test("warns when the network can reach it", async () => {
    const { run, ready } = await startedAsJson(["--host", "0.0.0.0"])
    const { notice } = JSON.parse(await run.printed(/\n/, "stderr"))
    expect(notice).toMatch(/^Warning: listening on 0\.0\.0\.0, so everybody in the network can reach/)
    expect((await listUsers(ready.endpoint, "emulator", "emulator")).status).toBe(200)
  })

  test.each(["SIGTERM", "SIGINT"] as const)("ends well on %s, whoever is connected", async (signal) => {
    const { run, ready } = await startedAsJson([])
    const agent = new Agent({ keepAlive: true })
    const request = get(`${ready.endpoint}/health/version`, { agent })
    const [response] = await once(request, "response")
    expect(JSON.parse(await text(response))).toEqual({ version: "1.9.6" })
    run.child.kill(signal)
    expect((await run.exit).code).toBe(0)
    agent.destroy()
  })

  test("says which port is taken and what to do", async () => {
    const other = createServer().listen(0, "127.0.0.1")
    await once(other, "listening")
    const address = other.address()
    const port = typeof address === "object" && address !== null ? String(address.port) : ""
    const { code, stdout, stderr } = await cli(["--port", port]).exit
    other.close()
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" })
    expect(stderr).toContain(port)
    expect(stderr).toContain("--port 0")
  })

  test("says that the machine has no such address", async () => {
    const { code, stderr } = await cli(["--port", "0", "--host", "192.0.2.1"]).exit
    expect(code).toBe(1)
    expect(stderr).toContain("192.0.2.1")
  })
})

test("ends with exit code 2 when it is called in a wrong way", async () => {
  const { code, stdout, stderr } = await cli(["--port", "many"]).exit
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
  expect(stderr).toContain("--port")
})

test("--version and --help", async () => {
  const [shown, help] = await Promise.all([cli(["--version"]).exit, cli(["--help"]).exit])
  expect(shown).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" })
  expect(help.code).toBe(0)
  expect(help.stdout).toContain("EMULATOR_PORT")
})

describe("--seed", () => {
  const seeded = (text: string) => {
    const folder = mkdtempSync(join(tmpdir(), "seed-"))
    const file = join(folder, "seed.json")
    writeFileSync(file, text)
    return file
  }

  test("is what the project starts with", async () => {
    const { ready } = await startedAsJson(["--seed", seeded('{"users":[{"$id":"ada"}]}')])
    const headers = { "x-appwrite-project": ready.projectId, "x-appwrite-key": ready.apiKey }
    const response = await fetch(`${ready.endpoint}/users/ada`, { headers })
    expect(response.status).toBe(200)
  })

  test("that can't be planted is told, with exit code 2", async () => {
    const file = seeded('{"users":[{"email":"ada"}]}')
    const { code, stderr } = await cli(["--seed", file]).exit
    expect(code).toBe(2)
    expect(stderr).toContain(`${file}: users[0].email: Value must be a valid email address`)
  })

  test("is planted anew under --watch when it changes", async () => {
    const file = seeded('{"users":[{"$id":"ada"}]}')
    const { run, ready } = await startedAsJson(["--watch", "--seed", file])
    writeFileSync(file, '{"users":[{"$id":"ada"},{"$id":"alan"}]}')
    expect(await run.printed(/changed/, "stderr")).toContain("with 2 users")
    const { stdout } = await cli(["users", "--port", String(ready.port), "--json"]).exit
    expect(stdout.match(/"\$id":"\w+"/g)).toEqual(['"$id":"ada"', '"$id":"alan"'])
    expect(await run.end()).toMatchObject({ code: 0 })
  })

  test("is needed for --watch", async () => {
    const { code, stderr } = await cli(["--watch"]).exit
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("--seed seed.yaml") })
  })
})
