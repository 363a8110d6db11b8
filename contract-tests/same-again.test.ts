import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { startEmulator } from "./readme/emulator-process.ts"

const KEY = { "x-appwrite-key": "emulator" }
const ANN = { email: "ann@acme.com", password: "correct-horse-9" }

const SEED = {
  users: [
    {
      email: "ada@acme.com",
      password: "correct horse",
      totp: {},
      sessions: [{}],
      recoveryCodes: ["0123456789"],
    },
  ],
  teams: [{ name: "Crew" }],
}

/** Requests that need all kinds of randomness, and the codes that one of them has sent. */
const CALLS: readonly (readonly [method: string, path: string, body: object, headers: object])[] = [
  ["POST", "/users", { userId: "unique()", ...ANN }, KEY],
  ["POST", "/users", { userId: "ben", phone: "+14155550100" }, KEY],
  ["POST", "/users/ben/tokens", {}, KEY],
  ["PATCH", "/users/ben/mfa/recovery-codes", {}, KEY],
  ["POST", "/account/sessions/email", ANN, {}],
  ["POST", "/account/tokens/magic-url", { userId: "eve", email: "eve@acme.com" }, {}],
  ["POST", "/users", { userId: "ben" }, KEY],
  ["POST", "/teams", { teamId: "unique()", name: "T" }, KEY],
]

/** Runs the command in a process of its own, sends all requests, and brings what it says and keeps. */
async function play(folder: string, randomSeed: number) {
  const file = join(folder, `kept-${randomSeed}.ndjson`)
  rmSync(file, { force: true })
  const answers: string[] = []
  {
    const options = ["--seed", "seed.json", "--random-seed", String(randomSeed), "--export-on-exit", file]
    await using emulator = await startEmulator(folder, ...options)
    for (const [method, path, body, headers] of CALLS) {
      const response = await fetch(`http://127.0.0.1:${emulator.port}/v1${path}`, {
        method,
        headers: { "content-type": "application/json", "x-appwrite-project": "emulator", ...headers },
        body: JSON.stringify(body),
      })
      answers.push(`${response.status} ${await response.text()}`)
    }
  }
  return { answers, kept: readFileSync(file, "utf8") }
}

test("a random seed and the same requests bring the same answers and state in another process, byte for byte", async () => {
  const folder = mkdtempSync(join(tmpdir(), "same-again-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, "seed.json"), JSON.stringify(SEED))
  const first = await play(folder, 42)
  const statuses = first.answers.map((answer) => answer.slice(0, "201".length))
  expect(statuses.join(" ")).toBe("201 201 201 200 201 201 409 201")
  expect(await play(folder, 42)).toEqual(first)
  const other = await play(folder, 43)
  expect(other.kept).not.toBe(first.kept)
  expect(other.answers[0]).not.toBe(first.answers[0])
})
