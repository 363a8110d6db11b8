import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

const ROOT = fileURLToPath(new URL("../../", import.meta.url))
const CLI = join(ROOT, "dist/cli/main.js")

/** What a user has installed, and where it is here. */
const INSTALLED = {
  "appwrite-users-emulator": ".",
  "node-appwrite": "node_modules/node-appwrite-27",
  appwrite: "node_modules/appwrite",
  "fast-check": "node_modules/fast-check",
  msw: "node_modules/msw",
  vitest: "node_modules/vitest",
  jest: "node_modules/jest",
  "@playwright/test": "node_modules/@playwright/test",
}

/** What a command of this package is, once it is installed. */
const BIN = `#!/bin/sh
exec "${process.execPath}" "${CLI}" "$@"
`

/** A user's shell: jobs can be ended with all that they started, and \`npx\` is not asked twice. */
const SHELL = `
exec 2>&1
set -m
npx() { "$@"; }
curl() { command curl --silent --show-error "$@"; }
`

/** Variables that would reach the commands although no user has set them. */
const NOT_A_USERS = /^(EMULATOR_|APPWRITE_|VITEST|NODE_ENV|TEST|npm_|FORCE_COLOR)/i

/** Where a user works, with this package and others installed. */
export interface UserFolder {
  readonly path: string
  write(file: string, content: string): void
  /** Runs a program, and brings what it prints. */
  node(code: string, ...options: readonly string[]): Promise<string>
  /** Runs a line in a shell, and brings what it prints to both of its outputs, whatever its exit code. */
  shell(line: string, env?: Readonly<Record<string, string>>): Promise<string>
  remove(): void
}

/** Makes an empty folder. */
export function userFolder(): UserFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "emulator-readme-")))
  for (const [name, place] of Object.entries(INSTALLED)) {
    const link = join(path, "node_modules", name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(ROOT, place), link)
  }
  const bin = join(path, "node_modules/.bin")
  mkdirSync(bin)
  writeFileSync(join(bin, "appwrite-users-emulator"), BIN, { mode: 0o755 })
  for (const name of ["vitest", "jest", "playwright"])
    symlinkSync(join(ROOT, "node_modules/.bin", name), join(bin, name))
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), content)
  }
  const users = Object.entries(process.env).filter(([name]) => !NOT_A_USERS.test(name))
  const environment = { ...Object.fromEntries(users), NO_COLOR: "1", PATH: `${bin}:${process.env.PATH}` }
  write("package.json", "{}")
  return {
    path,
    write,
    async node(code, ...options) {
      write("program.mjs", code)
      const { stdout } = await promisify(execFile)(process.execPath, [...options, "program.mjs"], {
        cwd: path,
        env: environment,
      })
      return stdout
    },
    async shell(line, more = {}) {
      const env = { ...environment, ...more }
      const run = promisify(execFile)("bash", ["-c", `${SHELL}\n${line}`], { cwd: path, env })
      return (await run.catch((ended: { stdout: string }) => ended)).stdout
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}
