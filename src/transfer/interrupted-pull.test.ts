import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import type { Ask } from "../contract/real-project/ask.ts"
import { createEmulator, type Emulator } from "../emulator.ts"
import { askOf, plain, pulledText } from "../test-support/transfer.ts"
import { newFakes } from "./fakes.ts"
import { pullToFile } from "./pull-to-file.ts"

/** More than fit into two pages. */
const many = 250

let folder: string
let file: string
let real: Emulator
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "transfer-"))
  file = join(folder, "seed.json")
  const listed = Array.from({ length: many }, (_, i) => ({ $id: `user-${i}`, phone: `+4930${100_000 + i}` }))
  real = await createEmulator({ seed: { users: listed } })
})
afterEach(async () => {
  await real.close()
  await rm(folder, { recursive: true })
})

describe("an interrupted pull", () => {
  /** Asks, until so many pages of users were brought. */
  function askUntil(pages: number): Ask {
    let left = pages
    return async (method, path, body) => {
      if (path.startsWith("/users?")) left -= 1
      if (left < 0) throw new Error("gone")
      return askOf(real)(method, path, body)
    }
  }

  test.each(["nothing", "half a line"])("goes on where it was, after %s", async (rest) => {
    const seen: string[] = []
    const watched: Ask = (method, path, body) => {
      seen.push(path)
      return askOf(real)(method, path, body)
    }
    await expect(pullToFile(askUntil(2), file, plain)).rejects.toThrow("gone")
    expect((await stat(`${file}.partial`)).mode & 0o777).toBe(0o600)
    await expect(readFile(file)).rejects.toThrow()
    if (rest === "half a line") await appendFile(`${file}.partial`, '{"$id":"user-2')
    expect(await pullToFile(watched, file, plain)).toMatchObject({ users: many })
    expect(seen.filter((path) => path.startsWith("/users?"))).toHaveLength(1)
    expect(await readFile(file, "utf8")).toBe(await pulledText(askOf(real)))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await expect(readFile(`${file}.partial`)).rejects.toThrow()
  })

  test("makes the same fakes as before", async () => {
    const salts = ["first", "second"]
    const request = {
      ...plain,
      anonymise: { salt: undefined, keepsPrefs: false },
      newSalt: () => salts.shift() ?? "",
    }
    await expect(pullToFile(askUntil(2), file, request)).rejects.toThrow("gone")
    await pullToFile(askOf(real), file, request)
    const whole = { ...plain, anonymise: { salt: "first", keepsPrefs: false } }
    expect(await readFile(file, "utf8")).toBe(await pulledText(askOf(real), whole))
  })

  test("makes no number that it has made before", async () => {
    const request = { ...plain, anonymise: { salt: "salt", keepsPrefs: false } }
    await expect(pullToFile(askUntil(1), file, request)).rejects.toThrow("gone")
    const brought = await readFile(`${file}.partial`, "utf8")
    const [last, next] = ["+4930100099", "+4930100100"].map((phone) => newFakes("salt").phone(phone))
    expect(brought).toContain(last)
    await writeFile(`${file}.partial`, brought.replaceAll(last ?? "", next ?? ""))
    await pullToFile(askOf(real), file, request)
    const { users }: { users: { phone: string }[] } = JSON.parse(await readFile(file, "utf8"))
    expect(new Set(users.map(({ phone }) => phone)).size).toBe(many)
  })

  test("is not gone on with in another way, nor with a file of others", async () => {
    await expect(pullToFile(askUntil(1), file, plain)).rejects.toThrow("gone")
    const other = { ...plain, project: "other" }
    await expect(pullToFile(askOf(real), file, other)).rejects.toThrow("an earlier pull has left")
    const anonymous = { ...plain, anonymise: { salt: "salt", keepsPrefs: false } }
    await expect(pullToFile(askOf(real), file, anonymous)).rejects.toThrow("an earlier pull has left")
    await writeFile(`${file}.partial`, "my notes\n")
    await expect(pullToFile(askOf(real), file, plain)).rejects.toThrow("is in the way")
    expect(await readFile(`${file}.partial`, "utf8")).toBe("my notes\n")
  })
})
