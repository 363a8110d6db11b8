import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { writeWhole } from "./write-whole.ts"

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "whole-"))
  file = join(folder, "data")
})
afterEach(() => rm(folder, { recursive: true }))

const content = () => readFile(file, "utf8")
const MODULE = fileURLToPath(new URL("write-whole.ts", import.meta.url))

/** A process of its own that writes text of two million characters, without end if it is told so. */
function writer({ isEndless = false, limit = "" } = {}) {
  const script = `
    import { writeWhole } from ${JSON.stringify(MODULE)}
    async function* chunks() {
      for (let i = 0; i < 20 || ${isEndless}; i += 1) {
        yield "x".repeat(100_000)
        if (i === 3) console.log("writing")
        if (i > 20) await new Promise((soon) => setTimeout(soon, 5))
      }
    }
    await writeWhole(${JSON.stringify(file)}, chunks()).catch((error) => {
      console.error(error.message)
      process.exitCode = 1
    })`
  const node = [process.execPath, "--import", "tsx", "--input-type=module", "--eval", script]
  // Where a file may not grow, writing fails as it does on a full disk.
  return spawn("sh", ["-c", `trap "" XFSZ; ${limit} exec "$@"`, "sh", ...node])
}

test("a new file is for its owner only, and nothing is left beside it", async () => {
  await writeWhole(file, ["one", " ", "file"])
  expect(await content()).toBe("one file")
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(["data"])
})

test("a file that others may read is for its owner only from then on", async () => {
  await writeFile(file, "old", { mode: 0o644 })
  await writeWhole(file, ["new"])
  expect(await content()).toBe("new")
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test("a link still leads to the file", async () => {
  const link = join(folder, "link")
  await writeFile(file, "old")
  await symlink(file, link)
  await writeWhole(link, ["new"])
  expect(await content()).toBe("new")
  expect((await readdir(folder)).sort()).toEqual(["data", "link"])
})

describe("the old file stays, and nothing beside it,", () => {
  beforeEach(() => writeFile(file, "old"))

  test("if what is to be written fails", async () => {
    async function* chunks() {
      yield "half of it"
      throw new Error("broken")
    }
    await expect(writeWhole(file, chunks())).rejects.toThrow("broken")
    expect(await content()).toBe("old")
    expect(await readdir(folder)).toEqual(["data"])
  })

  test.skipIf(process.platform === "win32")("if there is no more room", async () => {
    const child = writer({ limit: "ulimit -f 1000;" })
    let told = ""
    child.stderr.on("data", (text) => (told += text))
    const [code] = await once(child, "close")
    expect(told).toContain(`Can't write ${file}: the system allows no file as large as that.`)
    expect(told).toContain("What was there before is still there.")
    expect(code).toBe(1)
    expect(await content()).toBe("old")
    expect(await readdir(folder)).toEqual(["data"])
  })

  test.skipIf(process.platform === "win32")(
    "if the process is killed, but for what it had begun",
    async () => {
      const child = writer({ isEndless: true })
      await once(child.stdout, "data")
      child.kill("SIGKILL")
      await once(child, "close")
      expect(await content()).toBe("old")
      await writeWhole(file, ["new"])
      expect(await content()).toBe("new")
    },
  )
})

test("writers at the same time bring one whole file", async () => {
  const texts = ["a", "b", "c", "d"].map((letter) => letter.repeat(300_000))
  await Promise.all(texts.map((text) => writeWhole(file, text.match(/.{1000}/g) ?? [])))
  expect(texts).toContain(await content())
  expect(await readdir(folder)).toEqual(["data"])
})

test("what can't be written says why", async () => {
  const refused = (path: string, reason: string) =>
    expect(writeWhole(path, ["x"])).rejects.toMatchObject({
      code: "data_unwritable",
      message: expect.stringContaining(`Can't write ${path}: ${reason}`),
    })
  await refused(folder, "it is no file")
  await refused(join(folder, "missing", "data"), "there is no such file or folder")
  await writeFile(file, "old")
  await refused(join(file, "data"), "a part of its path is no folder")
  if (process.platform === "linux") await refused("/sys/data", "the ")
})
