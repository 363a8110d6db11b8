import { execFile, spawnSync } from "node:child_process"
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { npmInstall } from "../npm-install.ts"
import { type InstalledRuntime, RUNTIMES_FOLDER } from "./runtime.ts"

const PROGRAMME = fileURLToPath(new URL("programme.mjs", import.meta.url))
const PACKAGE_ROOT = fileURLToPath(new URL("../..", import.meta.url))
/** It takes three seconds: what hangs is to end, also on a busy machine. */
const LONGEST_RUN_MS = 180_000

/** What came of the programme on one runtime. */
export interface ProgrammeRun {
  readonly passed: number
  /** What failed, and what kept the programme from its end. */
  readonly problems: readonly string[]
}

/** The packed package, installed as its users have it, and the programme beside it. */
export interface Stage extends Disposable {
  /** The folder to run the programme in. */
  readonly folder: string
}

/**
 * Installs the package into a folder of its own.
 * @param tarball of `npm pack`; by default the package is packed first.
 * @returns `undefined` if the registry is out of reach.
 */
export function openStage(tarball: string | undefined): Stage | undefined {
  mkdirSync(RUNTIMES_FOLDER, { recursive: true })
  const folder = mkdtempSync(join(RUNTIMES_FOLDER, "package-"))
  const close = () => rmSync(folder, { recursive: true, force: true })
  try {
    if (!npmInstall(folder, [tarball ?? pack(folder)], ["--omit=dev"])) {
      close()
      return undefined
    }
  } catch (error) {
    close()
    throw error
  }
  copyFileSync(PROGRAMME, join(folder, "programme.mjs"))
  return { folder, [Symbol.dispose]: close }
}

function pack(folder: string): string {
  const args = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder]
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd: PACKAGE_ROOT, encoding: "utf8" })
  if (status !== 0) throw new Error(`npm did not pack the package:\n${stderr}`)
  return join(folder, stdout.trim())
}

/** Runs the programme on a runtime, and counts what it prints. */
export async function runProgramme(runtime: InstalledRuntime, { folder }: Stage): Promise<ProgrammeRun> {
  const { file, flags, env } = runtime
  const { stdout, failure } = await new Promise<{ stdout: string; failure: string | undefined }>(
    (resolve) => {
      const options = { cwd: folder, env, timeout: LONGEST_RUN_MS, killSignal: "SIGKILL" } as const
      execFile(file, [...flags, "programme.mjs"], options, (error, printed, told) => {
        const reason = error?.killed ? `It did not end within ${LONGEST_RUN_MS} ms.` : error?.message
        resolve({ stdout: printed, failure: reason && `${reason}\n${told}` })
      })
    },
  )
  const results = stdout.split("\n").flatMap((line) => (line === "" ? [] : [checkIn(line)]))
  const problems = results.flatMap(({ name, error }) => (error === null ? [] : [`${name}: ${error}`]))
  const passed = results.length - problems.length
  if (failure !== undefined) problems.push(failure)
  else if (results.length === 0) problems.push("It checked nothing.")
  return { passed, problems }
}

function checkIn(line: string): { readonly name: string; readonly error: string | null } {
  return JSON.parse(line)
}
