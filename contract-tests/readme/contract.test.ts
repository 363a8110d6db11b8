import { readFileSync } from "node:fs"
import type { Command } from "commander"
import { afterAll, expect, vi } from "vitest"
import { LATE_COMMANDS } from "../../src/cli/late-commands.ts"
import { createEmulator } from "../../src/emulator.ts"
import { checkBlocks } from "./check-blocks.ts"
import { entriesOf } from "./console.ts"
import { userFolder } from "./user-folder.ts"

vi.setConfig({ testTimeout: 120_000 })
const folder = userFolder()
afterAll(folder.remove)

const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
)

/** The words of a command that its program does not know. */
async function unknownIn(line: string): Promise<readonly string[]> {
  const [, first, ...others] = line.replace(/ +#.*$/, "").split(" ")
  let command = await LATE_COMMANDS.find(({ name }) => name === first)?.load()
  let words = others
  for (;;) {
    const next: Command | undefined = command?.commands.find((one) => one.name() === words[0])
    if (next === undefined) break
    command = next
    words = words.slice(1)
  }
  return command?.parseOptions(words).unknown ?? [line]
}

checkBlocks("contract", {
  async scripts(code) {
    const named = [...code.matchAll(/^npm run (\S+)/gm)].map(([, name]) => name)
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
  },
  async commands(code) {
    const told = code
      .replaceAll("--endpoint …", "--endpoint https://appwrite.example/v1")
      .replaceAll("…", "own")
    for (const line of told.trim().split("\n")) expect(await unknownIn(line), line).toEqual([])
    expect(await unknownIn("appwrite-users-emulator contract replay --nonsense")).toEqual(["--nonsense"])
  },
  async verify(code) {
    await using emulator = await createEmulator()
    const [{ command = "", output = "" } = {}] = entriesOf(code)
    const { port } = await emulator.listen()
    const printed = await folder.shell(command.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`))
    // How many walks it takes depends on the clock: one that differs for a moment only is walked once more.
    const same = /^Same: \d+ calls in \d+ walks, seed 42\.$/m
    expect(output).toMatch(same)
    expect(printed).toMatch(same)
  },
  async "own scenarios"(code) {
    await using emulator = await createEmulator()
    const { url } = await emulator.listen()
    folder.write("my-scenarios.mjs", code)
    const place = `--endpoint ${url}/v1 --project emulator --key emulator`
    const printed = await folder.shell(
      `appwrite-users-emulator contract record ${place} --scenarios my-scenarios.mjs --out own
       appwrite-users-emulator contract replay own --hash-cost fast`,
    )
    expect(printed).toMatch(/(\d+) of \1 steps the same/)
  },
  async functions(code) {
    await using emulator = await createEmulator({ hashCost: "server" })
    const { url } = await emulator.listen()
    const before = `
      import assert from "node:assert/strict"
      const [endpoint, project, key] = ["${url}/v1", "emulator", "emulator"]
      const expect = (given) => ({ toEqual: (expected) => assert.deepEqual(given, expected) })`
    // Of the scenarios a few will do here: all of them are played in tests of their own.
    await folder.node(`${before}\n${code.replace("of ownScenarios)", "of ownScenarios.slice(0, 2))")}`)
  },
  async "two versions"(code) {
    const printed = await folder.node(`
      import { createEmulator } from "appwrite-users-emulator"
      ${code}
      for (const id of ["now", "before"]) {
        const headers = { "x-appwrite-project": id }
        const response = await emulator.fetch(new Request("http://localhost/v1/health/version", { headers }))
        console.log((await response.json()).version)
      }`)
    expect(printed).toBe("1.9.6\n1.5.11\n")
  },
  async upgrade(code) {
    const recording = "../recordings/1.5.11/scenarios/account-sessions-more.json"
    folder.write("log.json", readFileSync(new URL(recording, import.meta.url), "utf8"))
    const [{ command = "", output = "" } = {}] = entriesOf(code)
    const [beginning = ""] = output.split("  …")
    expect(await folder.shell(command)).toContain(beginning)
  },
})
