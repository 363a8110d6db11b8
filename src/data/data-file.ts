import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import type { ProjectState } from "../project/projects.ts"
import { codeOf } from "../system-error.ts"
import { dataUnreadable } from "./data-error.ts"
import { readData } from "./read-data.ts"
import { writeData } from "./write-data.ts"
import { writeWhole } from "./write-whole.ts"

/**
 * Writes projects to a file, wholly or not at all.
 * @throws EmulatorError `data_unwritable`
 */
export async function writeDataFile(file: string, projects: Iterable<ProjectState>): Promise<void> {
  await writeWhole(file, writeData(projects))
}

/**
 * Reads projects from a file.
 * @throws EmulatorError `data_unreadable`, `data_invalid`
 */
export async function readDataFile(file: string): Promise<readonly ProjectState[]> {
  return readData(bytesOf(file), file)
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* createReadStream(file)
  } catch (error) {
    throw codeOf(error) === undefined ? error : dataUnreadable(file, error)
  }
}

/** What a file is like, to see whether another one took its place or something was written to it. */
export type FileMark = string

/** The mark of a file; `undefined` if there is none. */
export async function markOf(file: string): Promise<FileMark | undefined> {
  const found = await stat(file, { bigint: true }).catch(() => undefined)
  return found && `${found.dev} ${found.ino} ${found.size} ${found.mtimeNs}`
}
