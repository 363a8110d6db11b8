import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { dataUnwritable } from "../data/data-error.ts"
import { type FileMark, markOf } from "../data/data-file.ts"
import { withFileLock } from "../data/file-lock.ts"
import { type Emulator, EmulatorError } from "../emulator.ts"

/** Where an emulator's data goes when it ends. */
export interface ExportOnExit {
  readonly file: string
  /** What the file was like when the emulator started; `undefined`: it was not there. */
  readonly before: FileMark | undefined
}

/** Remembers what a file is like as the emulator starts. */
export async function exportOnExitTo(file: string): Promise<ExportOnExit> {
  return { file, before: await markOf(file) }
}

/**
 * Exports everything at the end, so that nothing is lost: if somebody else wrote to the file in the meantime, it stays, and
 * the export goes beside it; if it can't be written, the export goes to the system's folder for temporary files.
 * @returns whether the data is where it was to go.
 */
export function exportAtExit(
  emulator: Emulator,
  target: ExportOnExit,
  tell: (line: string) => void,
): Promise<boolean> {
  // Emulators that end at the same moment must see each other's file.
  return withFileLock(target.file, () => exportNow(emulator, target, tell))
}

async function exportNow(
  emulator: Emulator,
  { file, before }: ExportOnExit,
  tell: (line: string) => void,
): Promise<boolean> {
  const isOurs = (await markOf(file)) === before
  const beside = `${file}.${process.pid}`
  if (!isOurs) {
    tell(
      `${file} was changed by somebody else, maybe another emulator, since this one started: it stays as it is.`,
    )
  }
  for (const placeFor of [async () => (isOurs ? file : beside), rescuePlace]) {
    try {
      const place = await placeFor()
      await emulator.export(place)
      if (place === file) return true
      tell(`What this emulator held is in ${place}.`)
      return false
    } catch (error) {
      if (!(error instanceof EmulatorError)) throw error
      tell(error.message)
    }
  }
  return false
}

/** In a folder of its own: in that for temporary files anybody could have put a link under a name that can be foreseen. */
async function rescuePlace(): Promise<string> {
  const prefix = join(tmpdir(), "appwrite-users-emulator-")
  try {
    return join(await mkdtemp(prefix), "data.ndjson")
  } catch (error) {
    throw dataUnwritable(tmpdir(), error)
  }
}
