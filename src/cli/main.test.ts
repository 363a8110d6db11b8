import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { Agent, get } from "node:http"
import { createServer } from "node:net"
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
    expect((await run.end()).stderr).toBe("")
  })

  test("prints one JSON object instead", async () => {
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
    expect((await run.end()).stdout.trimEnd()).not.toContain("\n")
  })

  test("takes the environment where an argument says nothing", async () => {
    const env = { EMULATOR_PROJECT: "shop", EMULATOR_API_KEY: "s3cret", EMULATOR_STRICT: "true" }
    const { ready } = await startedAsJson(["--project", "office"], env)
    expect(ready).toMatchObject({ projectId: "office", apiKey: "s3cret" })
    expect((await listUsers(ready.endpoint, "shop", "s3cret")).status).toBe(404)
  })

  test("tells of projects that a request made", async () => {
    const { run, ready } = await startedAsJson([])
    expect((await listUsers(ready.endpoint, "new-one", "emulator")).status).toBe(200)
    expect(await run.printed(/\n/, "stderr")).toContain('"new-one"')
  })

  test.each([["--quiet"], ["--strict"]])("tells nothing of projects under %s", async (option) => {
    const { run, ready } = await startedAsJson([option])
    const { status } = await listUsers(ready.endpoint, "new-one", "emulator")
    expect(status).toBe(option === "--strict" ? 404 : 200)
    expect((await run.end()).stderr).toBe("")
  })

  test("prints the endpoint alone when it is quiet and the port was left to chance", async () => {
    const run = cli(["--quiet", "--port", "0"])
    await run.printed(/\n/)
    expect((await run.end()).stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\n$/)
  })

  test("warns when the network can reach it", async () => {
    const { run, ready } = await startedAsJson(["--host", "0.0.0.0"])
    expect(await run.printed(/\n/, "stderr")).toMatch(/everybody in the network/)
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
