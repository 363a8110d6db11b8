import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"

const FLAGS = ["--prefer-offline", "--no-audit", "--no-fund", "--fetch-retries=1"]

function npm(folder: string, args: readonly string[]) {
  return spawnSync("npm", args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" })
}

/**
 * Installs packages from npm into a folder, which is made if it is not there.
 *
 * @param specs what npm is asked for: `deno`, `clients-name@npm:name@^1.0.0`, or the path of a tarball.
 * @param flags what else `npm install` is to know.
 * @returns whether they are there now: not so if the registry is out of reach.
 * @throws Error if they can't be installed although the registry is there.
 */
export function npmInstall(folder: string, specs: readonly string[], flags: readonly string[] = []): boolean {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(`${folder}/package.json`)) writeFileSync(`${folder}/package.json`, `{"private":true}`)
  const { status, stderr } = npm(folder, ["install", ...FLAGS, ...flags, ...specs])
  if (status === 0) return true
  if (npm(folder, ["ping", "--fetch-retries=0"]).status !== 0) return false
  throw new Error(`npm did not install ${specs.join(", ")}:\n${stderr}`)
}
