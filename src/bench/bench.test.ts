import { spawn } from "node:child_process"
import { once } from "node:events"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { describe, expect, test, vi } from "vitest"
import { createEmulator } from "../emulator.ts"
import { operations } from "./operations.ts"

// Starts processes that compile the sources first.
vi.setConfig({ testTimeout: 120_000 })

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Runs the benchmark as briefly as it goes, on the emulator's sources. */
async function bench(...args: readonly string[]) {
  const shortly = [
    "--seconds",
    "0.05",
    "--runs",
    "1",
    "--users",
    "30",
    "--state-users",
    "30",
    "--cli",
    path("../cli/main.ts"),
  ]
  const child = spawn(process.execPath, ["--import", "tsx", path("main.ts"), ...shortly, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  const ended = once(child, "close")
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code]: (number | null)[] = await ended
  return { code, stdout, stderr }
}

describe("the benchmark", () => {
  test("measures every operation of floor and emulator, one at a time and many at once", async () => {
    const { code, stdout, stderr } = await bench(
      "--json",
      "--users",
      "30,60",
      "--server-logins",
      "2",
      "--suites",
      "1",
    )
    expect({ code, stderr }).toMatchObject({ code: 0 })
    const { summary, state, sizes, serverLogins, suite, machine } = JSON.parse(stdout)
    const { rows, footprints, accountOfGet } = summary
    const measured = rows.map((row: { operation: string; connections: number }) => [
      row.operation,
      row.connections,
    ])
    expect(measured).toEqual(
      operations.flatMap(({ name }) => [
        [name, 1],
        [name, 16],
      ]),
    )
    for (const { floor, emulator, ofFloor, p50, p99 } of rows) {
      for (const value of [floor, emulator, ofFloor, p50, p99]) expect(value).toBeGreaterThan(0)
    }
    for (const { connections, inProcess } of rows) {
      expect(inProcess).toEqual(connections === 1 ? expect.any(Number) : null)
    }
    expect(footprints.map(({ opponent }: { opponent: string }) => opponent)).toEqual(["floor", "emulator"])
    expect(state.map(({ p50 }: { p50: number }) => p50 > 0)).toEqual(Array(6).fill(true))
    expect(accountOfGet).toBeGreaterThan(0)
    expect(machine).toMatchObject({ cores: expect.any(Number), node: process.version })
    expect(sizes.map(({ users }: { users: number }) => users)).toEqual([30, 60])
    for (const { calls } of sizes) for (const { p50, p99 } of calls) expect(p99).toBeGreaterThanOrEqual(p50)
    expect(serverLogins).toMatchObject({ logins: 2, duration: expect.any(Number) })
    expect(suite.withKit).toBeGreaterThan(suite.withoutKit)
  })

  test("measures only what is asked for, and shows it as a table", async () => {
    const { stdout } = await bench("--only", "get")
    expect(stdout).toContain("'get account'")
    expect(stdout).not.toContain("'delete'")
    expect(stdout).toContain("'get account against get, 16 connections'")
    expect(stdout).not.toContain("'login, 16 connections'")
  })

  test("measures a server by its endpoint too, tells what that refuses, and leaves it empty", async () => {
    const emulator = await createEmulator()
    emulator.faults.add({ route: "PATCH /v1/users/*/name", fault: { status: 503 } })
    const { url } = await emulator.listen()
    const server = ["--endpoint", `${url}/v1`, "--project", "emulator", "--key", "emulator"]
    const { code, stdout, stderr } = await bench("--json", "--only", "name", "--state-users", "0", ...server)
    expect({ code, stderr }).toMatchObject({ code: 0 })
    const { rows } = JSON.parse(stdout).summary
    expect(rows.map(({ extras }: { extras: object }) => extras)).toEqual(
      Array(2).fill({ "real server": "refuses: 503" }),
    )
    emulator.faults.clear()
    expect(emulator.project("emulator").userCount).toBe(0)
    const good = await bench("--json", "--only", "get account", "--state-users", "0", ...server)
    expect(JSON.parse(good.stdout).summary.rows).toMatchObject(
      Array(2).fill({ extras: { "real server": expect.any(Number) } }),
    )
    await emulator.project("emulator").seed({ users: [{ $id: "own" }] })
    const refused = await bench("--only", "get", ...server)
    expect(refused.code).not.toBe(0)
    expect(refused.stderr).toContain("Project emulator has 1 users: the benchmark needs an empty one")
    expect(emulator.project("emulator").userCount).toBe(1)
    await emulator.close()
  })

  test.each([
    [["--endpoint", "http://localhost/v1"], "--endpoint, --project and --key go together"],
    [
      ["--endpoint", "http://localhost", "--project", "a", "--key", "b"],
      "--endpoint takes a URL that ends in /v1",
    ],
  ])("refuses a server that is told by %j", async (args, told) => {
    const { code, stderr } = await bench(...args)
    expect(code).not.toBe(0)
    expect(stderr).toContain(told)
  })

  test("refuses an option that it can't use", async () => {
    const { code, stderr } = await bench("--seconds", "soon")
    expect(code).not.toBe(0)
    expect(stderr).toContain("--seconds takes a number above 0")
  })
})
