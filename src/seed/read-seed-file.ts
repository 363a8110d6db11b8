import { readFile } from "node:fs/promises"
import { extname, resolve } from "node:path"
import { reasonOf } from "../system-error.ts"
import { SeedError } from "./seed-error.ts"
import type { Seed } from "./seed-shape.ts"

type Reader = (file: string) => Promise<unknown>

/** The parsers are loaded only for files that need them. */
const READERS: Readonly<Record<string, Reader>> = {
  ".json": async (file) => (await import("./parse-json.ts")).parseJson(await textOf(file), file),
  ".yaml": readYaml,
  ".yml": readYaml,
  ".ts": readModule,
  ".mts": readModule,
  ".js": readModule,
  ".mjs": readModule,
}

/**
 * Reads a seed from a file: JSON, YAML, or a module (JavaScript, or TypeScript where Node can read it) whose default
 * export is the seed or a function, also an asynchronous one, that brings it. Whether the seed will do is seen when it is
 * planted.
 * @throws SeedError which names the file and, for JSON and YAML, line and column of what can't be read.
 */
export async function readSeedFile(path: string): Promise<Seed> {
  const read = READERS[extname(path).toLowerCase()]
  if (read === undefined) {
    throw new SeedError(path, [
      { path: "", reason: `A seed is a file that ends in ${Object.keys(READERS).join(", ")}` },
    ])
  }
  // What it is will be checked by its shape, with better words than could be found here.
  return (await read(path)) as Seed
}

async function readYaml(file: string): Promise<unknown> {
  const [{ parseYaml }, text] = await Promise.all([import("./parse-yaml.ts"), textOf(file)])
  return parseYaml(text, file)
}

async function readModule(file: string): Promise<unknown> {
  const { importSeed } = await import("./import-seed.ts")
  return importSeed(file)
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(resolve(file), "utf8")
  } catch (error) {
    throw new SeedError(file, [{ path: "", reason: reasonOf(error) }])
  }
}
