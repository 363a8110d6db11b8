import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"

let folder: string
let lines: string[]
let emulator: Emulator
let before: string

const state = async () => {
  const file = join(folder, "state.ndjson")
  await emulator.export(file)
  return readFile(file, "utf8")
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "data-"))
  emulator = await createEmulator()
  for (const userId of ["ada", "alan"]) {
    const headers = {
      "x-appwrite-project": "emulator",
      "x-appwrite-key": "emulator",
      "content-type": "application/json",
    }
    const body = JSON.stringify({ userId, email: `${userId}@example.org`, password: "correct horse" })
    await emulator.fetch(new Request("http://localhost/v1/users", { method: "POST", headers, body }))
  }
  before = await state()
  lines = before.split("\n").slice(0, -1)
})
afterAll(async () => {
  await emulator.close()
  await rm(folder, { recursive: true })
})

async function* bytes(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(text)
  // In pieces that have nothing to do with lines or characters.
  for (let at = 0; at < all.length; at += 97) yield all.subarray(at, at + 97)
}

const place = (start: string): number => lines.findIndex((line) => line.startsWith(start))
const user = () => place('{"collection":"users"') + 1
const changed = (at: number, change: (line: string) => string): string =>
  `${lines.map((line, index) => (index === at ? change(line) : line)).join("\n")}\n`

describe("data that is refused, with line and path, changes nothing", () => {
  const cases: Record<string, [text: () => string | Uint8Array, reason: RegExp]> = {
    "no data at all": [() => "", /^the data, line 1: the end is missing/],
    "another file": [() => '{"users":[]}\n', /^the data, line 1: there is no member "users"/],
    "no JSON": [() => "hello\n", /line 1: this is no JSON/],
    "a later version": [
      () => changed(0, (l) => l.replace('"version":1', '"version":2')),
      /line 1: version: this emulator reads version 1, and the file says 2/,
    ],
    "a file that was cut off": [
      () => `${lines.slice(0, -1).join("\n")}\n`,
      /the end is missing: the file was cut off/,
    ],
    "a file that was cut off in a line": [() => before.slice(0, -4), /ends in the middle of a line/],
    "something after the end": [() => `${before}{}\n`, /there is something after the end/],
    "no UTF-8": [() => Uint8Array.of(0xff, 0x0a), /line 1: this is no UTF-8/],
    "a member of another type": [
      () => changed(user(), (l) => l.replace('"status":true', '"status":1')),
      /line \d+: status: expected true or false/,
    ],
    "a member that is missing": [
      () => changed(user(), (l) => l.replace('"status":true,', "")),
      /line \d+: status is missing/,
    ],
    "a member that nobody knows": [
      () => changed(user(), (l) => l.replace("{", '{"isAdmin":true,')),
      /there is no member "isAdmin"/,
    ],
    "the members of every object": [
      () => changed(user(), (l) => l.replace("{", '{"__proto__":{"isAdmin":true},')),
      /there is no member "__proto__"/,
    ],
    "options of another hash": [
      () => changed(user(), (l) => l.replace('"hash":"argon2"', '"hash":"md5"')),
      /storedPassword\.hashOptions/,
    ],
    "a hash that nobody knows": [
      () => changed(user(), (l) => l.replace('"hash":"argon2"', '"hash":"constructor"')),
      /storedPassword\.hash: expected one of argon2/,
    ],
    "an ID that is taken": [
      () => changed(user() + 1, (l) => l.replace('"$id":"alan"', '"$id":"ADA"')),
      /\$id: a record with the same one/,
    ],
    "an email that is taken": [
      () => changed(user() + 1, (l) => l.replace('"email":"alan@', '"email":"ada@')),
      /email: a record with the same one/,
    ],
    "a number that was given before": [
      () => changed(user() + 1, (l) => l.replace('"$sequence":2', '"$sequence":1')),
      /\$sequence: expected a number from 2 to 2/,
    ],
    "a number that was never given": [
      () => changed(user() + 1, (l) => l.replace('"$sequence":2', '"$sequence":3')),
      /\$sequence: expected a number from 2 to 2/,
    ],
    "something of a user who is not there": [
      () =>
        changed(place('{"collection":"targets"') + 1, (l) => l.replace('"userId":"ada"', '"userId":"eve"')),
      /targets: \w+ belongs to the user eve, who is not there/,
    ],
    "a collection twice": [
      () => changed(place('{"collection":"targets"'), (l) => l.replace("targets", "users")),
      /users are there twice/,
    ],
    "a collection that nobody knows": [
      () => changed(place('{"collection":"users"'), (l) => l.replace("users", "toString")),
      /collection: there is no collection "toString"/,
    ],
    "a project twice": [
      () => `${[...lines.slice(0, -1), ...lines.slice(1)].join("\n")}\n`,
      /project emulator is there twice/,
    ],
    "the server's own project": [
      () => changed(1, (l) => l.replace('"id":"emulator"', '"id":"console"')),
      /project\.id: this can't be the ID of a project/,
    ],
    "an ID that is a path": [
      () => changed(1, (l) => l.replace('"id":"emulator"', '"id":"../etc"')),
      /project\.id: this can't be the ID of a project/,
    ],
    "a project without settings": [
      () => `${[...lines.slice(0, 2), '{"end":true}'].join("\n")}\n`,
      /the settings of project emulator are missing/,
    ],
    "preferences that are too deep": [
      () => changed(user(), (l) => l.replace('"prefs":[]', `"prefs":${"[".repeat(9000)}${"]".repeat(9000)}`)),
      /prefs\[0\].*nested too deeply|this is no JSON/,
    ],
    "a number that JavaScript would change": [
      () => changed(user(), (l) => l.replace('"prefs":[]', '"prefs":[1.5]')),
      /prefs\[0\]: expected a whole number/,
    ],
    "a mark that means nothing": [
      () => changed(user(), (l) => l.replace('"prefs":[]', '"prefs":{"$code":"x"}')),
      /prefs\.\$code: this means nothing/,
    ],
  }
  for (const [name, [text, reason]] of Object.entries(cases)) {
    test(name, async () => {
      const wrong = text()
      expect(wrong).not.toBe(before)
      await expect(emulator.import(bytes(wrong))).rejects.toMatchObject({
        name: "EmulatorError",
        code: "data_invalid",
        message: expect.stringMatching(reason),
      })
      expect(await state()).toBe(before)
    })
  }
})

test("a file in which bytes were changed is refused, or holds what it says", async () => {
  const all = Buffer.from(before)
  const change = fc.tuple(fc.nat(all.length - 1), fc.integer({ min: 0, max: 255 }))
  await using other = await createEmulator()
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const wrong = Buffer.from(all)
      for (const [at, byte] of changes) wrong[at] = byte
      const file = join(folder, "changed.ndjson")
      const outcome = await other.import(bytes(wrong)).catch((error: unknown) => error)
      if (Array.isArray(outcome)) {
        await other.export(file)
        const read = (text: string) =>
          text
            .split("\n")
            .slice(0, -1)
            .map((line) => JSON.parse(line))
        expect(read(await readFile(file, "utf8"))).toEqual(read(wrong.toString("utf8")))
      } else expect(outcome).toMatchObject({ name: "EmulatorError", code: "data_invalid" })
    }),
    { numRuns: 300 },
  )
})

test("errors name the file", async () => {
  const file = join(folder, "wrong.ndjson")
  await writeFile(
    file,
    changed(user(), (line) => line.replace('"labels":[]', '"labels":[7]')),
  )
  const wanted = { code: "data_invalid", message: `${file}, line ${user() + 1}: labels[0]: expected a text` }
  await expect(emulator.import(file)).rejects.toMatchObject(wanted)
  await expect(createEmulator({ data: file })).rejects.toMatchObject(wanted)
  const missing = join(folder, "missing.ndjson")
  await expect(emulator.import(missing)).rejects.toMatchObject({
    code: "data_unreadable",
    message: `Can't read ${missing}: there is no such file or folder`,
  })
  await expect(emulator.import(folder)).rejects.toMatchObject({ code: "data_unreadable" })
})
