import { type ChildProcess, spawnSync } from "node:child_process"
import { once } from "node:events"
import { watch } from "node:fs"
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { createEmulator } from "../emulator.ts"
import { runCommand, type StartedEmulator, type Surroundings, startCommand } from "../test-support/command.ts"

const isPosix = process.platform !== "win32"
const isLinux = process.platform === "linux"
const isRoot = process.getuid?.() === 0
/** "nobody" on most systems; what counts is that it owns nothing. */
const NOBODY = 65_534
/** Root may write everywhere: then the emulator runs as somebody who may not. */
const user = isRoot ? NOBODY : undefined
/** Not where the project lies in a folder that is only its owner's. */
const canRunAsUser = isPosix && (user === undefined || canRead(user))

function canRead(uid: number): boolean {
  return spawnSync("cat", [fileURLToPath(import.meta.url)], { uid, gid: uid }).status === 0
}

const running = new Set<ChildProcess>()
let folder: string
let file: string
let onEnd: (() => unknown)[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "faults-"))
  file = join(folder, "data.ndjson")
  onEnd = []
})
afterEach(async () => {
  for (const child of running) child.kill("SIGKILL")
  running.clear()
  for (const clean of onEnd) clean()
  await rm(folder, { recursive: true })
})

function cli(args: readonly string[], surroundings: Partial<Surroundings> = {}) {
  const run = runCommand(args, { folder, ...surroundings })
  running.add(run.child)
  return run
}

async function started(
  args: readonly string[],
  surroundings: Partial<Surroundings> = {},
): Promise<StartedEmulator> {
  const emulator = await startCommand(["--json", ...args], { folder, ...surroundings })
  running.add(emulator.child)
  return emulator
}

const KEEP = ["--import", "data.ndjson", "--export-on-exit"]

/** Writes the file that an emulator with so many users exports. */
async function exportOf(users: number, to = file): Promise<void> {
  await using emulator = await createEmulator()
  await emulator.seed({ users: Array.from({ length: users }, (_, index) => ({ $id: `user-${index}` })) })
  await emulator.export(to)
}

/** How many users are in a file, which must be whole. */
async function usersIn(data: string): Promise<number> {
  await using emulator = await createEmulator({ data })
  return emulator.project("emulator").userCount
}

const rescueIn = (stderr: string) => /What this emulator held is in ([^"\s]+)\./.exec(stderr)?.[1] ?? ""

describe("killed while it exports", () => {
  test.skipIf(!isPosix)("it leaves the old file, which the next one goes on with", async () => {
    await exportOf(20_000)
    const before = await readFile(file, "utf8")
    const emulator = await started(KEEP)
    await emulator.add("ada")
    const begun = new Promise<void>((resolve) => {
      const watcher = watch(folder, (_event, name) => {
        if (name?.endsWith(".tmp")) resolve()
      })
      onEnd.push(() => watcher.close())
    })
    const exit = emulator.end()
    await begun
    emulator.child.kill("SIGKILL")
    expect((await exit).code).toBe(null)
    expect(await readFile(file, "utf8")).toBe(before)
    expect(await readdir(folder)).toContain("data.ndjson.lock")
    const next = await started(KEEP)
    await next.add("alan")
    expect((await next.end()).code).toBe(0)
    expect(await usersIn(file)).toBe(20_001)
    expect(await readdir(folder)).not.toContain("data.ndjson.lock")
  })
})

describe("without room", () => {
  test.skipIf(!isLinux || !isRoot)(
    "on a full disk it exports to another one, and says so",
    async (context) => {
      const disk = join(folder, "disk")
      await mkdir(disk)
      const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", disk])
      if (mounted.status !== 0) context.skip("nothing can be mounted here")
      onEnd.push(() => spawnSync("umount", [disk]))
      const full = join(disk, "data.ndjson")
      await exportOf(1, full)
      await exportOf(2_000)
      const emulator = await started(["--import", "data.ndjson", "--export-on-exit", "disk/data.ndjson"])
      const { code, stderr } = await emulator.end()
      expect(code).toBe(1)
      expect(stderr).toContain(
        "Can't write disk/data.ndjson: the disk is full. What was there before is still there.",
      )
      const rescue = rescueIn(stderr)
      expect(await usersIn(rescue)).toBe(2_000)
      const modes = await Promise.all(
        [dirname(rescue), rescue].map(async (path) => (await stat(path)).mode & 0o777),
      )
      expect(modes).toEqual([0o700, 0o600])
      expect([await usersIn(full), await readdir(disk)]).toEqual([1, ["data.ndjson"]])
      const asked = await started(["--import", "data.ndjson"])
      const exported = await cli(["export", "disk/data.ndjson", "--endpoint", asked.endpoint]).exit
      expect(exported).toMatchObject({ code: 1, stderr: expect.stringContaining("the disk is full") })
      expect([await usersIn(full), await readdir(disk)]).toEqual([1, ["data.ndjson"]])
    },
  )

  test.skipIf(!isPosix)("if it can't export anywhere, it says that, and keeps what was there", async () => {
    await exportOf(2_000)
    const before = await readFile(file, "utf8")
    const limited = { before: `trap "" XFSZ; ulimit -f 100;` }
    const emulator = await started(KEEP, limited)
    await emulator.add("ada")
    const { code, stderr } = await emulator.end()
    expect(code).toBe(1)
    expect(stderr.match(/Can't write \S+: the system allows no file as large as that/g)).toHaveLength(2)
    expect(stderr).not.toContain("What this emulator held is in")
    expect(await readFile(file, "utf8")).toBe(before)
    expect((await readdir(folder)).filter((name) => name.includes("data.ndjson"))).toEqual(["data.ndjson"])
  })

  test
    .skipIf(!isLinux)
    .each([["start", "--port", "0"], ["users"], ["export", "-"], ["--version"], ["help", "start"]])(
    "standard output: %s says so",
    async (...args) => {
      const { endpoint } = await started([])
      const place = args[0] === "users" || args[0] === "export" ? ["--endpoint", endpoint] : []
      const { code, stderr } = await cli([...args, ...place], { output: "/dev/full" }).exit
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: "Can't write to standard output: the disk is full.\n",
      })
    },
  )
})

describe.skipIf(!canRunAsUser)("where it may not write", () => {
  let shut: string
  beforeEach(async () => {
    shut = join(folder, "shut")
    await mkdir(shut)
    if (user !== undefined) for (const path of [folder, shut]) await chown(path, user, user)
    onEnd.push(() => chmod(shut, 0o700))
  })

  test("it does not start where it could not export at the end", async () => {
    await chmod(shut, 0o500)
    const { code, stderr } = await cli(["--port", "0", "--export-on-exit", "shut/data.ndjson"], { user }).exit
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^Can't write shut\/data\.ndjson: the system does not allow it\..*\nNothing started\.\n$/,
    )
  })

  test("it exports elsewhere, if that was so only at the end", async () => {
    const emulator = await started(["--export-on-exit", "shut/data.ndjson"], { user })
    await emulator.add("ada")
    await chmod(shut, 0o500)
    const { code, stderr } = await emulator.end()
    expect(code).toBe(1)
    expect(stderr).toContain("Can't write shut/data.ndjson: the system does not allow it.")
    expect(await usersIn(rescueIn(stderr))).toBe(1)
  })

  test("commands say so", async () => {
    const { endpoint } = await started([], { user })
    await chmod(shut, 0o500)
    const real = ["--endpoint", endpoint, "--project", "emulator", "--key", "emulator"]
    for (const [code, ...args] of [
      [1, "export", "shut/data.ndjson", "--endpoint", endpoint],
      [1, "init", "shut/seed.yaml"],
      [2, "pull", ...real, "--out", "shut/seed.json"],
      [2, "contract", "record", ...real, "--out", "shut/recordings"],
    ] as const) {
      const ended = await cli(args, { user }).exit
      expect(ended).toMatchObject({
        code,
        stdout: "",
        stderr: expect.stringMatching(/^Can't write shut\/\S+: the system does not allow it\./),
      })
    }
  })
})

test("emulators that end at the same moment lose nothing of each other's", async () => {
  await exportOf(3_000)
  const [one, two, three] = await Promise.all([started(KEEP), started(KEEP), started(KEEP)])
  await Promise.all([
    one.add("ada"),
    two.add("ada"),
    two.add("alan"),
    three.add("ada"),
    three.add("alan"),
    three.add("grace"),
  ])
  const ends = await Promise.all([one.end(), two.end(), three.end()])
  expect(ends.map(({ code }) => code).sort()).toEqual([0, 1, 1])
  const files = [
    file,
    ...ends.flatMap(({ stderr }) => rescueIn(stderr) || []).map((name) => join(folder, name)),
  ]
  const users = await Promise.all(files.map(usersIn))
  expect(users.sort()).toEqual([3_001, 3_002, 3_003])
})

describe("an error that nobody caught", () => {
  test.each([
    ["thrown", "throw new Error('stray')"],
    ["rejected", "Promise.reject(new Error('stray'))"],
  ])("%s: it is told, and all is exported", async (_case, code) => {
    await writeFile(
      join(folder, "seed.mjs"),
      `import { existsSync } from "node:fs"
      setInterval(() => { if (existsSync("go")) { ${code} } }, 10).unref()
      export default { users: [{ $id: "ada" }] }`,
    )
    const emulator = await started(["--seed", "seed.mjs", "--export-on-exit", "data.ndjson"])
    await emulator.add("alan")
    await writeFile(join(folder, "go"), "")
    const { code: exitCode, stderr } = await emulator.exit
    expect(exitCode).toBe(1)
    const [first = ""] = stderr.split("\n").filter((line) => line.includes("notice"))
    expect(JSON.parse(first).notice).toMatch(
      /^The emulator ends, since nobody caught an error: Error: stray\n.*seed\.mjs/,
    )
    expect(await usersIn(file)).toBe(2)
  })
})

describe("whoever asks it to end", () => {
  test.skipIf(!isPosix).each([["SIGHUP"], ["SIGINT", "SIGINT"], ["SIGINT", "SIGTERM"]] as const)(
    "by %s %s: all is exported",
    async (...signals) => {
      await exportOf(3_000)
      const emulator = await started(KEEP)
      await emulator.add("ada")
      for (const signal of signals) emulator.child.kill(signal)
      expect((await emulator.exit).code).toBe(0)
      expect(await usersIn(file)).toBe(3_001)
    },
  )

  test("a terminal that is gone is no reason to lose anything", async () => {
    const emulator = await started(["--export-on-exit", "data.ndjson"])
    emulator.child.stderr?.destroy()
    emulator.child.stdout?.destroy()
    for (const userId of ["ada", "alan", "grace"]) await emulator.add(userId)
    emulator.child.kill("SIGHUP")
    await once(emulator.child, "exit")
    expect(emulator.child.exitCode).toBe(0)
    expect(await usersIn(file)).toBe(3)
  })
})

test("a port that is taken changes nothing in the file", async () => {
  await exportOf(1)
  const before = await stat(file, { bigint: true })
  const other = createServer().listen(0, "127.0.0.1")
  await once(other, "listening")
  onEnd.push(() => other.close())
  const address = other.address()
  const port = typeof address === "object" && address !== null ? String(address.port) : ""
  const { code, stderr } = await cli(["--port", port, ...KEEP]).exit
  expect(code).toBe(1)
  expect(
    stderr,
  ).toBe(`Port ${port} is taken: another program listens on 127.0.0.1:${port}, maybe another emulator.
Stop it, or choose another port: --port 0 takes any free one.\n`)
  expect(await stat(file, { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs })
  expect(await readdir(folder)).toEqual(["data.ndjson"])
})
