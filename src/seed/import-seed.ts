import { stat } from "node:fs/promises"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { codeOf } from "../system-error.ts"
import { SeedError } from "./seed-error.ts"

/**
 * The default export of a module, or what it brings if it is a function.
 * @throws SeedError if the module can't be loaded, has no default export, or its function fails.
 */
export async function importSeed(file: string): Promise<unknown> {
  const module: object = await orSeedError(file, async () => import(await addressOf(file)))
  if (!("default" in module)) {
    throw new SeedError(file, [
      { path: "", reason: "There is no default export: export default { users: […] }" },
    ])
  }
  const seed: unknown = module.default
  return typeof seed === "function" ? orSeedError(file, async () => seed()) : seed
}

/** Node loads a module once for each address: one that was changed is to be loaded again. */
async function addressOf(file: string): Promise<string> {
  const path = resolve(file)
  const { mtimeMs, size } = await stat(path)
  return `${pathToFileURL(path).href}?changed=${mtimeMs}-${size}`
}

async function orSeedError<T>(file: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    throw new SeedError(file, [{ path: "", reason: whyNotLoaded(error) }])
  }
}

function whyNotLoaded(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (codeOf(error) !== "ERR_UNKNOWN_FILE_EXTENSION") return error.message
  return `Node ${process.version} can't read TypeScript: use Node 22.18 or later, install tsx and set NODE_OPTIONS="--import tsx", or write the seed as .mjs, .json or .yaml`
}
