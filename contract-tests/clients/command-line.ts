import { execFile } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../src/emulator.ts"
import { missingIn } from "./holds.ts"
import { CLIENTS_FOLDER, installPackages } from "./install.ts"
import type { ClientReport, Outcome } from "./outcome.ts"
import type { Arguments } from "./plans/plan.ts"
import { usersPlan } from "./plans/users.ts"
import type { Profile } from "./profile.ts"
import { refusedRoute } from "./refused-routes.ts"
import { openStage } from "./stage.ts"

const MAJOR = 12
/** Each command takes a second to start, so that a few must do where time counts. */
const FEW_COMMANDS = ["list", "create", "get", "update-prefs", "delete"]

const FOLDER = join(CLIENTS_FOLDER, "node_modules/appwrite-cli")

/** Calls the command line client, and brings what it prints. */
type Cli = (...args: readonly string[]) => Promise<string>

/** Installs the command line client. @returns whether it is there: not so if the registry is out of reach. */
export const installCommandLine = (): boolean => installPackages({ "appwrite-cli": String(MAJOR) })

/**
 * Has the command line client run its commands about users, with every option that there is a value for.
 *
 * @param few whether a few commands do.
 */
export async function runCommandLine(profile: Profile, few: boolean): Promise<ClientReport> {
  const home = mkdtempSync(join(tmpdir(), "appwrite-cli-"))
  // It keeps the endpoint and the key at home, and the project in the folder that it is called from.
  const env = { ...process.env, HOME: home, USERPROFILE: home, COLUMNS: "1000" }
  const cli: Cli = async (...args) => {
    const call = promisify(execFile)(process.execPath, [join(FOLDER, "index.js"), ...args], {
      cwd: home,
      env,
    })
    return (await call).stdout
  }
  await using stage = await openStage(profile)
  try {
    const common = await usersPlan.prepare(stage)
    stage.keep()
    await cli(
      "client",
      "--endpoint",
      stage.endpoint,
      "--project-id",
      DEFAULT_PROJECT,
      "--key",
      DEFAULT_API_KEY,
    )
    const outcomes: Outcome[] = []
    const commands = namesIn(await cli("users", "--help"), / {2}([\w-]+) \[options\]/g)
    for (const command of commands.filter((name) => !few || FEW_COMMANDS.includes(name))) {
      stage.goBack()
      const method = command.replaceAll("-", "")
      const values: Arguments = { ...common, ...(await usersPlan.needs[method]?.(stage, common)) }
      const given = givenOf(namesIn(await cli("users", command, "--help"), / --([\w-]+) [<[]/g), values)
      const problems = await run(cli, command, given, common).catch((error: Error) => [error.message])
      const asked = problems.length === 0 ? undefined : stage.lastAsked()
      const route = asked && refusedRoute(profile.version, asked, asked.status)
      if (route !== undefined) {
        outcomes.push({ method: command, result: "refused", route })
        continue
      }
      const after = usersPlan.after[method]?.(given)
      const told = after && missingIn((await stage.ask("GET", after[0])).body, after[1], after[0])
      const all = [...problems, ...(told ?? [])]
      outcomes.push(
        all.length === 0
          ? { method: command, result: "passed" }
          : { method: command, result: "failed", problems: all },
      )
    }
    const { version }: { version: string } = JSON.parse(await readFile(join(FOLDER, "package.json"), "utf8"))
    return { client: `appwrite-cli-${MAJOR}`, version, profile: profile.version, outcomes, gaps: [] }
  } finally {
    rmSync(home, { recursive: true })
  }
}

const namesIn = (help: string, pattern: RegExp) =>
  [...help.matchAll(pattern)].map(([, name = ""]) => name).filter((name) => name !== "help")

/** Values for options, by the names of the parameters that they stand for. */
function givenOf(options: readonly string[], values: Arguments): Arguments {
  const named = options.map((option) => option.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))
  return Object.fromEntries(
    named.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  )
}

/** Runs a command, and says what is wrong with what it prints. */
async function run(
  cli: Cli,
  command: string,
  given: Arguments,
  common: Arguments,
): Promise<readonly string[]> {
  const args = Object.entries(given).flatMap(([name, value]) => [
    `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    ...(Array.isArray(value)
      ? value.map(String)
      : [typeof value === "object" ? JSON.stringify(value) : String(value)]),
  ])
  const printed = await cli("--json", "users", command, ...args)
  const expected = usersPlan.expected[command.replaceAll("-", "")]?.(given, common)
  return expected === undefined ? [] : missingIn(JSON.parse(printed), expected)
}
