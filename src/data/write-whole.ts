import { randomUUID } from "node:crypto"
import { open, realpath, rename, rm, stat } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import { codeOf } from "../system-error.ts"
import { dataUnwritable } from "./data-error.ts"

type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** Only the owner may read what is in it. */
const OWNER_ONLY = 0o600

/**
 * Writes a file so that at each moment, also if the process is killed or the machine stops, there is either what was there
 * before or all that is written now: to a file beside it, which takes its place once it is safe on the disk. Only its owner
 * may read it. If `chunks` throw, the file stays as it was.
 * @throws EmulatorError `data_unwritable`; what `chunks` throw.
 */
export async function writeWhole(path: string, chunks: Chunks): Promise<void> {
  const file = await placeOf(path)
  const folder = dirname(file)
  const beside = join(folder, `.${basename(file)}.${randomUUID()}.tmp`)
  try {
    await writeSafely(path, beside, chunks)
    await orUnwritable(path, () => rename(beside, file))
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    throw error
  }
  await sync(folder)
}

/** The file itself, if a link leads to it. @throws EmulatorError `data_unwritable` for what is no file. */
async function placeOf(path: string): Promise<string> {
  const file = await realpath(path).catch(() => resolve(path))
  const kind = await stat(file).catch(() => undefined)
  if (kind !== undefined && !kind.isFile()) throw dataUnwritable(path, new Error("it is no file"))
  return file
}

async function writeSafely(path: string, beside: string, chunks: Chunks): Promise<void> {
  const handle = await orUnwritable(path, () => open(beside, "wx", OWNER_ONLY))
  try {
    for await (const chunk of chunks) await orUnwritable(path, () => handle.appendFile(chunk))
    await orUnwritable(path, () => handle.sync())
  } finally {
    await handle.close()
  }
}

async function orUnwritable<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw dataUnwritable(path, error)
  }
}

/** Systems that can't open a folder keep its entries safe themselves. */
const CANT_OPEN_FOLDERS: ReadonlySet<string | undefined> = new Set(["EISDIR", "EPERM", "EACCES", "EINVAL"])

/** Makes the new entry of a folder safe. */
async function sync(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r")
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!CANT_OPEN_FOLDERS.has(codeOf(error))) throw dataUnwritable(folder, error)
  }
}
