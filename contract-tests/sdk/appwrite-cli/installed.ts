import { spawnSync } from "node:child_process"
import { mkdirSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** The newest version whose answers were looked at. */
const VERSION = "12.0.1"

const folder = fileURLToPath(new URL("../../../node_modules/.cache/clients", import.meta.url))

/** Whether the registry answers at all. */
function isRegistryThere(): boolean {
  return npm("ping", "--fetch-retries=0").status === 0
}

function npm(...args: string[]) {
  return spawnSync("npm", args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" })
}

/**
 * Installs appwrite-cli apart from the package: with all that it needs it is 40 MB in 144 packages, too much for
 * everybody's `npm ci`.
 *
 * @returns its script; `undefined` if the registry is out of reach.
 * @throws Error if it can't be installed although the registry is there.
 */
export function installAppwriteCli(): string | undefined {
  mkdirSync(folder, { recursive: true })
  const flags = ["--prefix", folder, "--prefer-offline", "--no-audit", "--no-fund", "--fetch-retries=1"]
  const { status, stderr } = npm("install", ...flags, `appwrite-cli@${VERSION}`)
  if (status === 0) return `${folder}/node_modules/appwrite-cli/index.js`
  if (!isRegistryThere()) return undefined
  throw new Error(`npm did not install appwrite-cli ${VERSION}:\n${stderr}`)
}
