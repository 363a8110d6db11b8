import type { ChildProcess } from "node:child_process"
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { createEmulator } from "../emulator.ts"
import { addUser as add, runCommand, startCommand } from "../test-support/command.ts"

const running = new Set<ChildProcess>()
let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cli-data-"))
  file = join(folder, "data.ndjson")
})
afterEach(async () => {
  for (const child of running) child.kill("SIGKILL")
  running.clear()
  await rm(folder, { recursive: true })
})

function cli(...args: string[]) {
  const run = runCommand(args, { folder })
  running.add(run.child)
  return run
}

async function started(...args: string[]) {
  const emulator = await startCommand(["--json", ...args], { folder })
  running.add(emulator.child)
  return emulator
}

/** Who is in a file. */
async function usersIn(data: string): Promise<number> {
  await using emulator = await createEmulator({ data })
  return emulator.project("emulator").userCount
}

const REAL = ["--project", "emulator", "--key", "emulator"]

describe("start", () => {
  test("keeps all from run to run", async () => {
    const first = await started("--import", "data.ndjson", "--export-on-exit")
    await first.add("ada")
    const ended = await first.end()
    expect(ended).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('{"notice":"Exported to data.ndjson."}\n'),
    })
    expect(ended.stderr).toContain("data.ndjson is not there yet")
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const second = await started("--import", "data.ndjson", "--export-on-exit", "other.ndjson")
    await second.add("alan")
    expect((await second.end()).code).toBe(0)
    expect([await usersIn(file), await usersIn(join(folder, "other.ndjson"))]).toEqual([1, 2])
  })

  test("leaves a file alone that another emulator wrote in the meantime", async () => {
    const args = ["--import", "data.ndjson", "--export-on-exit"]
    const [one, two] = await Promise.all([started(...args), started(...args)])
    await one.add("ada")
    await two.add("ada")
    await two.add("alan")
    expect((await one.end()).code).toBe(0)
    const { code, stderr } = await two.end()
    expect(code).toBe(1)
    expect(stderr).toContain("data.ndjson was changed by somebody else")
    const [, beside = ""] = /What this emulator held is in (data\.ndjson\.\d+)\./.exec(stderr) ?? []
    expect([await usersIn(file), await usersIn(join(folder, beside))]).toEqual([1, 2])
  })

  test("saves all elsewhere if it can't write to its place", async () => {
    const first = await started("--export-on-exit", "gone/data.ndjson").catch((error: Error) => error.message)
    expect(first).toContain("Can't write gone/data.ndjson: there is no such file or folder")
    const emulator = await started("--export-on-exit", "data.ndjson")
    await emulator.add("ada")
    await mkdir(file)
    const { code, stderr } = await emulator.end()
    expect(code).toBe(1)
    const [, saved = ""] = /What this emulator held is in (\S+)\."/.exec(stderr) ?? []
    expect(await usersIn(join(folder, saved))).toBe(1)
  })

  test("does not start with data that can't be imported, and leaves it as it is", async () => {
    await writeFile(file, "mine\n")
    const { code, stderr } = await cli("--import", "data.ndjson", "--export-on-exit").exit
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "data.ndjson, line 1: this is no JSON\nNothing started.\n",
    })
    expect(await readFile(file, "utf8")).toBe("mine\n")
    expect((await cli("--import", "missing").exit).code).toBe(2)
    expect((await cli("--export-on-exit").exit).code).toBe(2)
  })
})

describe("export and import", () => {
  test("write and bring back what a running emulator holds", async () => {
    await using emulator = await createEmulator()
    const { url } = await emulator.listen()
    const endpoint = ["--endpoint", `${url}/v1`]
    await add(`${url}/v1`, "ada")
    expect(await cli("export", file, ...endpoint).exit).toEqual({ code: 0, stdout: "", stderr: "" })
    const text = await readFile(file, "utf8")
    expect((await cli("export", "-", ...endpoint).exit).stdout).toBe(text)
    await add(`${url}/v1`, "alan")
    expect(await cli("import", file, ...endpoint).exit).toMatchObject({
      code: 0,
      stderr: "Imported emulator.\n",
    })
    expect(emulator.project("emulator").userCount).toBe(1)
    await writeFile(file, text.replace('"$id":"ada"', '"$id":7'))
    const refused = await cli("import", file, ...endpoint).exit
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The emulator refused: .*\$id: expected a text\n/),
    })
    expect(emulator.project("emulator").userCount).toBe(1)
    expect(await cli("export", file, "--project", "no", ...endpoint).exit).toMatchObject({ code: 1 })
    await emulator.close()
    const gone = await cli("export", file, ...endpoint).exit
    expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining("No emulator answers at") })
  })
})

describe("pull and push", () => {
  test("bring users from one project to another", async () => {
    await using real = await createEmulator({ seed: { users: [{ $id: "ada", name: "Ada" }] } })
    await using target = await createEmulator()
    const from = ["--endpoint", `${(await real.listen()).url}/v1`, ...REAL]
    const to = ["--endpoint", `${(await target.listen()).url}/v1`, ...REAL]
    const pulled = await cli("pull", ...from, "--out", "seed.json").exit
    expect(pulled).toMatchObject({
      code: 0,
      stdout: "",
      stderr: expect.stringMatching(/^1 user and 0 teams are in seed\.json\.\n/),
    })
    expect((await cli("pull", ...from).exit).stdout).toBe(await readFile(join(folder, "seed.json"), "utf8"))
    const dry = await cli("push", "seed.json", ...to).exit
    expect(dry).toMatchObject({ code: 0, stderr: "Nothing was done: that takes --yes.\n" })
    expect(dry.stdout).toMatch(/^ada +POST \/users; not dates\n\n1 user to create, 0 to skip\.\n/)
    expect(target.project("emulator").userCount).toBe(0)
    const done = await cli("push", "seed.json", "--yes", ...to).exit
    expect(done).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("1 user created, 0 skipped; 0 requests refused.\n"),
    })
    expect(target.project("emulator").userCount).toBe(1)
  })

  test("go on after an interruption with what is missing", async () => {
    const users = Array.from({ length: 150 }, (_, index) => ({ $id: `user-${index}` }))
    await using real = await createEmulator({ seed: { users } })
    const from = ["--endpoint", `${(await real.listen()).url}/v1`, ...REAL]
    const fault = real.faults.add({ route: "GET /users", after: 1, fault: { status: 500 } })
    const interrupted = await cli("pull", ...from, "--out", "seed.json").exit
    expect(interrupted).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("GET /users: 500"),
    })
    expect(interrupted.stderr).toContain("The same command goes on from here.\n")
    fault.remove()
    real.log.clear()
    expect((await cli("pull", ...from, "--out", "seed.json").exit).stderr).toContain("150 users and 0 teams")
    expect(real.log.list({ route: "GET /users" })).toHaveLength(1)
    await using local = await createEmulator({ seed: join(folder, "seed.json") })
    expect(local.project("emulator").userCount).toBe(150)
  })

  test("bring people in other names, the same with the same salt", async () => {
    const ada = { $id: "ada", email: "ada@example.com", name: "Ada", prefs: { theme: "dark" } }
    await using real = await createEmulator({ seed: { users: [ada] } })
    const from = ["--endpoint", `${(await real.listen()).url}/v1`, ...REAL]
    const anonymised = async (...options: string[]) =>
      (await cli("pull", ...from, "--anonymise", ...options).exit).stdout
    const pulled = await anonymised("--salt", "one")
    expect(pulled).toContain('"email":')
    for (const secret of ["ada@", "Ada", "dark"]) expect(pulled).not.toContain(secret)
    expect(await anonymised("--salt", "one")).toBe(pulled)
    expect(await anonymised()).not.toBe(await anonymised())
    expect(await anonymised("--keep-prefs")).toContain("dark")
  })

  test("a seed is checked by the rules of the server that it goes to", async () => {
    // Appwrite 1.5 looks at the form of a phone number only, 1.9 also at its calling code.
    await writeFile(join(folder, "seed.json"), '{"users":[{"phone":"+9990000000"}]}')
    const push = async (appwrite: "1.5" | "1.9") => {
      await using target = await createEmulator({ appwrite })
      return await cli("push", "seed.json", "--endpoint", `${(await target.listen()).url}/v1`, ...REAL).exit
    }
    expect(await push("1.5")).toMatchObject({ code: 0, stderr: "Nothing was done: that takes --yes.\n" })
    expect(await push("1.9")).toMatchObject({ code: 2, stderr: expect.stringContaining("users[0].phone:") })
  })

  test("say why they can't", async () => {
    await using real = await createEmulator()
    const endpoint = ["--endpoint", `${(await real.listen()).url}/v1`]
    const wrongKey = await cli("pull", ...endpoint, "--project", "emulator", "--key", "wrong").exit
    expect(wrongKey).toMatchObject({ code: 2, stderr: expect.stringContaining("GET /users: 401 ") })
    await writeFile(join(folder, "seed.json"), '{"users":[{"email":"no"}]}')
    const wrongSeed = await cli("push", "seed.json", ...endpoint, ...REAL).exit
    expect(wrongSeed).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("seed.json: users[0].email:"),
    })
    await real.close()
    expect((await cli("pull", ...endpoint, ...REAL).exit).code).toBe(2)
  })
})
