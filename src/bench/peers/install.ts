import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** Where peers lie: apart from the package, and kept. */
const PEERS_FOLDER = fileURLToPath(new URL("../../../node_modules/.cache/peers", import.meta.url))

const manifestOf = (name: string) => join(PEERS_FOLDER, "node_modules", name, "package.json")

/**
 * Installs a package from npm, unless it is there.
 * @returns its folder and its version.
 * @throws if npm does not install it, with the last that npm said.
 */
export function installPeer(
  name: string,
  range: string,
): { readonly folder: string; readonly version: string } {
  if (!existsSync(manifestOf(name))) {
    mkdirSync(PEERS_FOLDER, { recursive: true })
    const own = join(PEERS_FOLDER, "package.json")
    if (!existsSync(own)) writeFileSync(own, `{"private":true}`)
    process.stderr.write(`${name}@${range} is being installed from npm\n`)
    const flags = ["--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1"]
    const { status, stderr } = spawnSync("npm", ["install", ...flags, `${name}@${range}`], {
      cwd: PEERS_FOLDER,
      encoding: "utf8",
      shell: process.platform === "win32",
    })
    if (status !== 0) throw new Error(`npm did not install ${name}@${range}: ${lastLine(stderr)}`)
  }
  const { version }: { version: string } = JSON.parse(readFileSync(manifestOf(name), "utf8"))
  return { folder: join(PEERS_FOLDER, "node_modules", name), version }
}

const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? ""

const NODE = 24

/** A Node.js of this version or a later one: the one that runs this, or npm's package `node`. */
export function nodeForPeers(): string {
  if (Number.parseInt(process.versions.node, 10) >= NODE) return process.execPath
  return join(installPeer("node", String(NODE)).folder, "bin", "node")
}
