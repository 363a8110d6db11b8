import { mkdtemp, rename, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"
import { reseedOnChange } from "./reseed-on-change.ts"

let folder: string
let emulator: Emulator
let end: (() => void) | undefined
const told: string[] = []
const warned: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "watch-"))
  told.length = 0
  warned.length = 0
})
afterEach(async () => {
  end?.()
  await rm(folder, { recursive: true })
})

async function watched(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  emulator = await createEmulator({ seed: file })
  end = await reseedOnChange(emulator, file, {
    tell: (line) => told.push(line),
    warn: (line) => warned.push(line),
  })
  return file
}

const usersBecome = (count: number) =>
  vi.waitFor(() => expect(emulator.project("emulator").userCount).toBe(count), 5000)

test("projects start anew with what the file says, also when another file takes its name", async () => {
  const file = await watched("seed.yaml", "keys: [{ name: A, secret: a }]\nusers: [{}]\n")
  const [old, own] = [emulator.project("old"), emulator.project("own")]
  await own.seed({ users: [{}, {}, {}] }, { isStart: true })
  await writeFile(file, "keys: [{ name: A, secret: a }]\nusers: [{}, {}]\n")
  await usersBecome(2)
  await writeFile(join(folder, "new"), "users: [{}, {}, {}, {}]\n")
  await rename(join(folder, "new"), file)
  await usersBecome(4)
  expect([old, own, emulator.project("later")].map(({ userCount }) => userCount)).toEqual([4, 3, 4])
  await emulator.seed({ users: [{}] })
  emulator.reset()
  expect(emulator.project("emulator").userCount).toBe(4)
  expect(told.at(-1)).toContain("4 users")
})

test("a file that is saved as it was changes nothing", async () => {
  const file = await watched("seed.yaml", "users: [{}]\n")
  await writeFile(file, "users: [{}]\n")
  await setTimeout(300)
  await writeFile(file, "users: [{}, {}]\n")
  await usersBecome(2)
  await vi.waitFor(() => expect(told).toEqual([expect.stringContaining("2 users")]))
})

test("a module is loaded again", async () => {
  const file = await watched("seed.mjs", "export default { users: [{}] }")
  await writeFile(file, "export default { users: [{}, {}] }")
  await usersBecome(2)
})

test("what can't be planted is told, and changes nothing until it can", async () => {
  const file = await watched("seed.yaml", "users: [{}]\n")
  await writeFile(file, "users: [{ email: no }]\n")
  await vi.waitFor(() => expect(warned.join()).toContain("users[0].email: "), 5000)
  expect(emulator.project("emulator").userCount).toBe(1)
  await writeFile(file, "users: [{}, {}]\n")
  await usersBecome(2)
})
