import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { npmInstall } from "../npm-install.ts"
import { aliasOf, type Client, type InstalledClient } from "./client.ts"

/** Where the clients lie: apart from the package, since together they are 170 MB. */
export const CLIENTS_FOLDER = fileURLToPath(new URL("../../node_modules/.cache/clients", import.meta.url))

const manifestOf = (alias: string) => `${CLIENTS_FOLDER}/node_modules/${alias}/package.json`

/**
 * Installs packages from npm that are not there yet.
 *
 * @param packages what npm is asked for, by the name of the folder: `node-appwrite-12` → `npm:node-appwrite@12`.
 * @returns whether they are there now: not so if the registry is out of reach.
 * @throws Error if they can't be installed although the registry is there.
 */
export function installPackages(packages: Readonly<Record<string, string>>): boolean {
  const missing = Object.entries(packages).filter(([alias]) => !existsSync(manifestOf(alias)))
  const specs = missing.map(([alias, from]) => `${alias}@${from}`)
  return missing.length === 0 || npmInstall(CLIENTS_FOLDER, specs, ["--ignore-scripts"])
}

/** Installs clients; `undefined` if the registry is out of reach. */
export function installClients(clients: readonly Client[]): readonly InstalledClient[] | undefined {
  const packages = clients.map((client) => [aliasOf(client), `npm:${client.name}@^${client.major}.0.0`])
  if (!installPackages(Object.fromEntries(packages))) return undefined
  return clients.map((client) => {
    const alias = aliasOf(client)
    const { version }: { version: string } = JSON.parse(readFileSync(manifestOf(alias), "utf8"))
    return { ...client, version, folder: `${CLIENTS_FOLDER}/node_modules/${alias}` }
  })
}
