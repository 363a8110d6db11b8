import { EmulatorError } from "../emulator-error.ts"
import { reasonOf } from "../system-error.ts"

/** Where in a file something is wrong. */
export interface DataPlace {
  /** File, or what else the data comes from. */
  readonly source: string
  /** From 1. */
  readonly line: number
}

/** Data that can't be imported. Nothing of it was. */
export const dataInvalid = ({ source, line }: DataPlace, reason: string) =>
  new EmulatorError("data_invalid", `${source}, line ${line}: ${reason}`)

export const dataUnreadable = (file: string, error: unknown) =>
  new EmulatorError("data_unreadable", `Can't read ${file}: ${reasonOf(error)}`)

export const dataUnwritable = (file: string, error: unknown) =>
  new EmulatorError(
    "data_unwritable",
    `Can't write ${file}: ${reasonOf(error)}. What was there before is still there.`,
  )
