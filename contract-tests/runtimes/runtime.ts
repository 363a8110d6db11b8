import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { npmInstall } from "../npm-install.ts"

/** Where everything lies that is installed for the runtimes: apart from the package, since it is large. */
export const RUNTIMES_FOLDER = fileURLToPath(new URL("../../node_modules/.cache/runtimes", import.meta.url))

/** What runs JavaScript. */
export interface Runtime {
  readonly name: string
  /** What npm is asked for. */
  readonly spec: string
  /** Path of the program, where the package of npm lies. */
  readonly program: string
  /** What comes before the file that it is to run. */
  readonly flags: readonly string[]
  /** Whether the whole test suite is to pass on it, or the package in process only. */
  readonly runsSuite: boolean
}

const node = (version: string, runsSuite: boolean): Runtime => ({
  name: `Node ${version}`,
  spec: `node@${version}`,
  program: "node_modules/node/bin/node",
  flags: [],
  runsSuite,
})

/** All that README.md promises, the oldest one first: that of `engines` in package.json. */
export const RUNTIMES: readonly Runtime[] = [
  node("20.19.0", false),
  node("20", true),
  node("22", true),
  node("24", true),
  { name: "Bun", spec: "bun", program: "node_modules/.bin/bun", flags: [], runsSuite: false },
  { name: "Deno", spec: "deno", program: "node_modules/.bin/deno", flags: ["run", "-A"], runsSuite: false },
]

/** A runtime that is there. */
export interface InstalledRuntime extends Runtime {
  /** Absolute path. */
  readonly file: string
  /** The environment in which other programs find it, too. */
  readonly env: NodeJS.ProcessEnv
}

/**
 * Installs a runtime, or finds it where it was installed before.
 * @returns why it is not there, if it can't be installed.
 */
export function installRuntime(runtime: Runtime): InstalledRuntime | string {
  const folder = join(RUNTIMES_FOLDER, runtime.name.toLowerCase().replaceAll(" ", "-"))
  try {
    if (!npmInstall(folder, [runtime.spec])) return "the registry is out of reach"
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const file = join(folder, runtime.program)
  return { ...runtime, file, env: { ...process.env, PATH: `${dirname(file)}:${process.env.PATH ?? ""}` } }
}
