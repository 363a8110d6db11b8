import { spawnSync } from "node:child_process"
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { afterEach, beforeEach, expect, test } from "vitest"
import { withFileLock } from "./file-lock.ts"

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lock-"))
  file = join(folder, "data")
})
afterEach(() => rm(folder, { recursive: true }))

test("one after the other is at a file, and no lock stays, not even after a failure", async () => {
  let inside = 0
  const turns = Array.from({ length: 5 }, (_, turn) =>
    withFileLock(file, async () => {
      inside += 1
      await setTimeout(5)
      expect(inside).toBe(1)
      inside -= 1
      if (turn === 2) throw new Error("broken")
      return turn
    }),
  )
  const results = await Promise.allSettled(turns)
  expect(results.map(({ status }) => status)).toEqual(
    Array.from({ length: 5 }, (_, turn) => (turn === 2 ? "rejected" : "fulfilled")),
  )
  expect(await readdir(folder)).toEqual([])
})

test("what a process has left that is gone does not count", async () => {
  const { pid } = spawnSync(process.execPath, ["--eval", ""])
  await writeFile(`${file}.lock`, String(pid))
  expect(await withFileLock(file, async () => "done")).toBe("done")
  expect(await readdir(folder)).toEqual([])
})

test("where there can be no lock it goes on without one", async () => {
  expect(await withFileLock(join(folder, "missing", "data"), async () => "done")).toBe("done")
})
