import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { CommanderError } from "./commander.ts"
import { program } from "./program.ts"

const told: string[] = []

beforeEach(() => {
  told.length = 0
  for (const name of Object.keys(process.env)) {
    if (/^(EMULATOR|APPWRITE)_/.test(name)) vi.stubEnv(name, undefined)
  }
  vi.spyOn(process.stderr, "write").mockImplementation((text) => told.push(String(text)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe("refuses, and says what is wrong and where help is", () => {
  test.each([
    [["--port", "many"], "--port"],
    [["--port", "65536"], "65535"],
    [["--port", "-1"], "--port"],
    [["--port="], "--port"],
    [["--hash-cost", "slow"], "fast, server"],
    [["--random-seed", "-1"], "whole number"],
    [["--project", "console"], "console"],
    [["--project", "-x"], "--project"],
    [["--api-key", "two words"], "--api-key"],
    [["--host", "http://localhost"], "--host"],
    [["--strict=perhaps"], "--strict"],
    [["--evidence=perhaps"], "told, required"],
    [["--nonsense"], "--nonsense"],
    [["stop"], "no command 'stop', only start, init"],
  ])("%j", async (args, text) => {
    await expect(program().parseAsync(args, { from: "user" })).rejects.toBeInstanceOf(CommanderError)
    expect(told.join("")).toContain(text)
    expect(told.join("")).toContain("--help")
  })

  test.each([
    ["EMULATOR_PORT", "many"],
    ["EMULATOR_HOST", "a b"],
    ["EMULATOR_PROJECT", ""],
    ["EMULATOR_API_KEY", ""],
    ["EMULATOR_STRICT", "perhaps"],
    ["EMULATOR_HASH_COST", "slow"],
    ["EMULATOR_RANDOM_SEED", "some"],
    ["EMULATOR_EVIDENCE", "perhaps"],
    ["EMULATOR_RATE_LIMITS", "perhaps"],
    ["EMULATOR_QUIET", "2"],
    ["EMULATOR_JSON", "no"],
  ])("%s=%s", async (name, value) => {
    vi.stubEnv(name, value)
    await expect(program().parseAsync([], { from: "user" })).rejects.toBeInstanceOf(CommanderError)
    expect(told.join("")).toContain(name)
  })
})

test.each([
  [["--api-key", "s3cret canary"], {}],
  [[], { EMULATOR_API_KEY: "s3cret canary" }],
  [["pull", "--endpoint", "http://127.0.0.1:1/v1", "--project", "a", "--key", "s3cret\ncanary"], {}],
  [["pull", "--endpoint", "http://127.0.0.1:1/v1", "--project", "a"], { APPWRITE_API_KEY: "s3cret canary" }],
  [["contract", "record", "--key", "s3cret canary"], {}],
])("a key that can't be taken is not shown: %j %j", async (args, env) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  await expect(program().parseAsync(args, { from: "user" })).rejects.toBeInstanceOf(CommanderError)
  expect(told.join("")).toContain("Use visible ASCII characters")
  expect(told.join("")).toContain("'***'")
  expect(told.join("")).not.toContain("canary")
})
