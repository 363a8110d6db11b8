import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { createEmulator } from "../emulator.ts"
import { contractUpgrade } from "./run-contract-upgrade.ts"

const told: string[] = []
let folder = ""

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "upgrade-"))
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => told.push(String(text)) > 0)
})

afterEach(async () => {
  vi.restoreAllMocks()
  told.length = 0
  process.exitCode = undefined
  await rm(folder, { recursive: true })
})

/** The file of a log in which a guest asked an emulator for one path. */
async function logFile(appwrite: "1.5" | "1.9", path: string): Promise<string> {
  await using emulator = await createEmulator({ appwrite, requestLog: { transcripts: 1 } })
  const headers = { "x-appwrite-project": "emulator" }
  await emulator.fetch(new Request(`http://localhost/v1${path}`, { headers }))
  const file = join(folder, "log.json")
  await writeFile(file, await emulator.log.transcript("emulator"))
  return file
}

test("exits with 1 and tells what changes", async () => {
  await contractUpgrade(await logFile("1.5", "/users/nobody/jwt"), { from: "1.5", to: "1.9" })
  expect(process.exitCode).toBe(1)
  expect(told.join("")).toMatch(/: 1 call, Appwrite 1\.5\.11 -> 1\.9\.6\n\n.+HTML.+ \(since 1\.9\.0\)\n/)
})

test("tells the same as JSON", async () => {
  const log = await logFile("1.5", "/users/nobody/jwt")
  await contractUpgrade(log, { from: "1.5", to: "1.9", json: true })
  expect(process.exitCode).toBe(1)
  expect(JSON.parse(told.join(""))).toMatchObject({
    from: "1.5.11",
    to: "1.9.6",
    logs: [{ calls: 1, changes: expect.arrayContaining([expect.objectContaining({ route: "no route" })]) }],
  })
})

test("exits with 0 where nothing changes", async () => {
  await contractUpgrade(await logFile("1.5", "/health/version"), { from: "1.5", to: "1.9" })
  expect(process.exitCode).toBe(0)
  expect(told.join("")).toContain("Nothing changes.")
})

test("exits with 2 for a log that another version answered, and for an upgrade that there is not", async () => {
  const log = await logFile("1.9", "/users")
  await contractUpgrade(log, { from: "1.5", to: "1.9" })
  expect(process.exitCode).toBe(2)
  expect(told.join("")).toContain("were answered by Appwrite 1.9.6")
  process.exitCode = undefined
  await contractUpgrade(log, { from: "1.9", to: "1.5" })
  expect(process.exitCode).toBe(2)
  expect(told.join("")).toContain("There is no upgrade from 1.9 to 1.5")
})
