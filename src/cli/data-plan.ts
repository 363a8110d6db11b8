import { constants } from "node:fs"
import { access } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { dataUnwritable } from "../data/data-error.ts"
import { markOf } from "../data/data-file.ts"
import { EmulatorError } from "../emulator.ts"
import { type ExportOnExit, exportOnExitTo } from "./export-on-exit.ts"

/** Where data comes from at the start, and where it goes at the end. */
export interface DataPlan {
  readonly data?: string
  readonly atExit?: ExportOnExit
}

/** What the command line says of data. */
export interface DataOptions {
  /** Path of a file. */
  readonly import?: string
  /** Path of a file; `true`: that of the import. */
  readonly exportOnExit?: string | true
}

/**
 * Makes sure at the start that there will be a place for the data at the end.
 * @throws EmulatorError `options_conflict`, `data_unwritable`
 */
export async function dataPlan(
  { import: data, exportOnExit }: DataOptions,
  tell: (line: string) => void,
): Promise<DataPlan> {
  if (exportOnExit === undefined) return data === undefined ? {} : { data }
  const file = exportOnExit === true ? data : exportOnExit
  if (file === undefined) {
    throw new EmulatorError("options_conflict", "--export-on-exit needs a file, or --import with one.")
  }
  await access(dirname(resolve(file)), constants.W_OK).catch((error: unknown) => {
    throw dataUnwritable(file, error)
  })
  const atExit = await exportOnExitTo(file)
  if (data === undefined) return { atExit }
  const isMissing = resolve(data) === resolve(file) && (await markOf(data)) === undefined
  if (isMissing)
    tell(`${data} is not there yet: the emulator starts without it, and will make it at the end.`)
  return isMissing ? { atExit } : { data, atExit }
}
