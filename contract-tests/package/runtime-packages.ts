import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const ROOT = fileURLToPath(new URL("../../", import.meta.url))

/** What `package-lock.json` and the package itself say of a package that users get. */
export interface RuntimePackage {
  readonly name: string
  /** By SPDX's name; empty if the package names none. */
  readonly licence: string
  /** Of its files as they are installed, in bytes. */
  readonly size: number
  /** Names of those that it needs itself. */
  readonly needs: readonly string[]
  /** Whether something runs when it is installed. */
  readonly runsAtInstall: boolean
}

interface Locked {
  readonly packages: Readonly<
    Record<string, { dev?: boolean; devOptional?: boolean; peer?: boolean; hasInstallScript?: boolean }>
  >
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), "utf8"))

/** The names of the packages that this one asks for itself. */
export function directDependencies(): readonly string[] {
  const { dependencies }: { dependencies: Record<string, string> } = readJson("package.json")
  return Object.keys(dependencies)
}

/** All packages that come with this one, whoever asks for them. */
export function runtimePackages(): readonly RuntimePackage[] {
  const { packages }: Locked = readJson("package-lock.json")
  return Object.entries(packages).flatMap(
    ([folder, { dev, devOptional, peer, hasInstallScript = false }]) => {
      if (folder === "" || dev || devOptional || peer) return []
      const manifest: { name: string; license?: string; dependencies?: Record<string, string> } = readJson(
        join(folder, "package.json"),
      )
      const { name, license = "", dependencies = {} } = manifest
      const needs = Object.keys(dependencies)
      return {
        name,
        licence: license,
        size: sizeOf(join(ROOT, folder)),
        needs,
        runsAtInstall: hasInstallScript,
      }
    },
  )
}

/** Bytes of all files in a folder, those of packages inside of it left out. */
function sizeOf(folder: string): number {
  let size = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) size += entry.name === "node_modules" ? 0 : sizeOf(path)
    else if (entry.isFile()) size += statSync(path).size
  }
  return size
}
