import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createEmulator } from "../emulator.ts"
import { readSeedFile } from "./read-seed-file.ts"
import { SeedError } from "./seed-error.ts"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "seed-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const seed = { users: [{ $id: "ann", prefs: { theme: "dark" } }] }

describe("a seed is read from", () => {
  it.each([
    ["seed.json", JSON.stringify(seed)],
    ["seed.yaml", "users:\n  - $id: ann\n    prefs: { theme: dark }\n"],
    ["data.mjs", `export default ${JSON.stringify(seed)}`],
    ["function.mjs", `export default () => (${JSON.stringify(seed)})`],
    ["async.js", `export default async () => (${JSON.stringify(seed)})`],
    ["typed.ts", `const seed: object = ${JSON.stringify(seed)}\nexport default seed`],
  ])("%s", async (name, text) => {
    const path = await file(name, text)
    expect(await readSeedFile(path)).toEqual(seed)
    expect((await createEmulator({ seed: path })).project("emulator").userCount).toBe(1)
  })
})

describe("an error names the file and the place", () => {
  it.each([
    ["comma.json", '{\n  "users": [,]\n}', 'line 2, column 13: this is no JSON, "," was not expected'],
    ["end.json", '{"users": [', "line 1, column 12: this is no JSON, the end of the file was not expected"],
    ["twice.yaml", "users: []\nusers: []\n", "line 2, column 1: Map keys must be unique"],
    ["tag.yaml", "users: [!!js/function 'x']", "line 1, column 9: Unresolved tag"],
    ["alias.yaml", "users: *nobody", "Unresolved alias"],
    ["key.yaml", "? { a: b }\n: c", "line 1, column 3: With stringKeys, all keys must be strings"],
    ["none.mjs", "export const seed = {}", "There is no default export"],
    ["fails.mjs", "export default () => { throw new Error('no way') }", "no way"],
    ["seed.toml", "", "A seed is a file that ends in .json, .yaml"],
    ["wrong.json", '{"users":[{"email":"x"}]}', "users[0].email: Value must be a valid email address"],
    ["list.yaml", "- a\n", "Expected an object"],
  ])("%s", async (name, text, reason) => {
    const path = await file(name, text)
    const error: unknown = await createEmulator({ seed: path }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SeedError)
    expect(error).toMatchObject({ file: path, message: expect.stringContaining(`${path}: ${reason}`) })
  })

  it("that is not there", async () => {
    await expect(readSeedFile(join(folder, "missing.json"))).rejects.toThrow(
      /missing\.json: there is no such file or folder$/,
    )
  })
})
