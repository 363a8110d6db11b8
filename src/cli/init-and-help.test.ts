import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { createEmulator } from "../emulator.ts"
import { CommanderError } from "./commander.ts"
import { contractCommand } from "./contract.ts"
import { program } from "./program.ts"

let folder: string
const told = { stdout: "", stderr: "" }

beforeEach(async () => {
  for (const name of Object.keys(process.env)) if (name.startsWith("EMULATOR_")) vi.stubEnv(name, undefined)
  for (const name of ["stdout", "stderr"] as const) {
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      told[name] += String(text)
      return true
    })
  }
  folder = await mkdtemp(join(tmpdir(), "terminal-"))
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = undefined
  await rm(folder, { recursive: true })
})

/** Runs a command in this process, and brings what it printed. */
async function run(...args: readonly string[]) {
  Object.assign(told, { stdout: "", stderr: "" })
  process.exitCode = undefined
  await program().parseAsync([...args], { from: "user" })
  return { code: process.exitCode ?? 0, ...told }
}

describe("init", () => {
  test("writes a seed that can be planted, and leaves what is there", async () => {
    const file = join(folder, "my.yaml")
    expect(await run("init", file)).toMatchObject({ code: 0, stdout: expect.stringContaining(file) })
    expect(await readFile(file, "utf8")).toContain(`--seed ${file}`)
    await using seeded = await createEmulator({ seed: file })
    expect(seeded.project("emulator").userCount).toBe(3)
    await writeFile(file, "mine")
    expect(await run("init", file)).toMatchObject({ code: 1, stderr: expect.stringContaining("already") })
    expect(await readFile(file, "utf8")).toBe("mine")
  })

  test("says what it can't write", async () => {
    const { code, stderr } = await run("init", join(folder, "none", "seed.yaml"))
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("no such folder") })
    await expect(run("init", "seed.json")).rejects.toBeInstanceOf(CommanderError)
  })
})

describe("help", () => {
  const CONTRACT = ["record", "replay", "report", "upgrade", "verify"].map((name) => ["contract", name])
  const ALL = program().commands.map((command) => command.name())
  const COMMANDS = ALL.filter((name) => name !== "start")

  test("contract has no command that is not looked at here", async () => {
    const { commands } = contractCommand()
    expect(commands.map((command) => ["contract", command.name()])).toEqual(CONTRACT)
  })

  test("of contract tells its exit codes", async () => {
    await expect(run("contract", "--help")).rejects.toMatchObject({ exitCode: 0 })
    expect(told.stdout).toMatch(/Exit codes:\n {2}0 {2}all was the same\n {2}1 {2}something differs\n {2}2 /)
  })

  test.each([["start"], ...COMMANDS.map((name) => [name]), ...CONTRACT])(
    "of %s %s has examples, with options that it has",
    async (...words) => {
      await expect(run(...words, "--help")).rejects.toMatchObject({ exitCode: 0 })
      const { stdout } = told
      expect(stdout).toContain(`Usage: appwrite-users-emulator ${words.join(" ")}`)
      const [about = "", shown = ""] = stdout.split("Examples:\n")
      const own = shown
        .split("\n")
        // `start` is meant where no command is named.
        .filter((line) =>
          line.startsWith(`  appwrite-users-emulator ${words.join(" ").replace("start", "")}`),
        )
      expect(own).not.toEqual([])
      for (const [option] of own.join("\n").matchAll(/--[a-z-]+/g)) expect(about).toContain(`  ${option}`)
    },
  )

  test.each(COMMANDS)("of %s is the same by help", async (name) => {
    await expect(run(name, "--help")).rejects.toMatchObject({ exitCode: 0 })
    const { stdout } = told
    await expect(run("help", name)).rejects.toMatchObject({ exitCode: 0 })
    expect(told.stdout).toBe(stdout)
  })

  test("names all commands and exit codes, within 100 columns", async () => {
    await expect(run("--help")).rejects.toMatchObject({ exitCode: 0 })
    for (const name of [...COMMANDS, "start"]) expect(told.stdout).toMatch(new RegExp(`^ {2}${name} `, "m"))
    expect(told.stdout).toContain("Exit codes:")
    expect(Math.max(...told.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100)
  })
})
