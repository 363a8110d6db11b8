import { createReadStream } from "node:fs"
import { type FileHandle, open } from "node:fs/promises"
import { isJsonObject, parseJson } from "../contract/json-value.ts"
import { dataUnwritable } from "../data/data-error.ts"
import { textLines } from "../data/text-lines.ts"
import type { SeedTeam } from "../seed/seed-shape.ts"
import { TransferError } from "./transfer-error.ts"

/** What a pull was begun with: it can be gone on with only in the same way. */
export interface PartialHead {
  readonly endpoint: string
  readonly project: string
  /** `null` for users as they are. */
  readonly anonymised: { readonly salt: string; readonly keepsPrefs: boolean } | null
  readonly teams: readonly SeedTeam[]
}

/** What was brought so far: the head in the first line, then one user a line. */
export interface PartialFile {
  /** `undefined` of a new file. */
  readonly head: PartialHead | undefined
  readonly count: number
  /** ID of the last user. */
  readonly last: string | undefined
  append(lines: readonly string[]): Promise<void>
  /** The users. */
  lines(): AsyncGenerator<string, void, undefined>
  close(): Promise<void>
}

/**
 * Opens what was brought so far, or begins anew. A line that was being written when the process ended is taken away.
 * @param seen is told of each user that is in it.
 * @throws TransferError for a file that is none of a pull; EmulatorError `data_unwritable`
 */
export async function openPartial(file: string, seen: (line: string) => void): Promise<PartialFile> {
  const handle = await open(file, "a+", 0o600).catch((error: unknown) => {
    throw dataUnwritable(file, error)
  })
  try {
    await cutUnfinishedLine(handle)
    let head: PartialHead | undefined
    let count = -1
    let last: string | undefined
    for await (const line of linesOf(file)) {
      count += 1
      if (count === 0) head = readHead(line, file)
      else {
        last = idOf(line, file)
        seen(line)
      }
    }
    return {
      head,
      count: Math.max(0, count),
      last,
      append: async (lines) => {
        await handle.appendFile(lines.map((line) => `${line}\n`).join("")).catch((error: unknown) => {
          throw dataUnwritable(file, error)
        })
      },
      async *lines() {
        let isHead = true
        for await (const line of linesOf(file)) {
          if (!isHead) yield line
          isHead = false
        }
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function* linesOf(file: string): AsyncGenerator<string, void, undefined> {
  for await (const { text } of textLines(createReadStream(file), file)) yield text
}

const BLOCK = 65_536

async function cutUnfinishedLine(handle: FileHandle): Promise<void> {
  let { size } = await handle.stat()
  const block = Buffer.alloc(BLOCK)
  while (size > 0) {
    const start = Math.max(0, size - BLOCK)
    const { bytesRead } = await handle.read(block, 0, size - start, start)
    const end = block.subarray(0, bytesRead).lastIndexOf("\n")
    if (end !== -1) return handle.truncate(start + end + 1)
    size = start
  }
  await handle.truncate(0)
}

function readHead(line: string, file: string): PartialHead {
  const head = parseJson(line)
  if (!isJsonObject(head) || typeof head.endpoint !== "string" || !("anonymised" in head)) throw foreign(file)
  const read: PartialHead = JSON.parse(line)
  return read
}

function idOf(line: string, file: string): string {
  const user = parseJson(line)
  if (!isJsonObject(user) || typeof user.$id !== "string") throw foreign(file)
  return user.$id
}

const foreign = (file: string) =>
  new TransferError(`${file} is in the way: it is not what an earlier pull has left. Move it away.`)
