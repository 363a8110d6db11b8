import type { EmulatorOptions } from "../../src/emulator.ts"

/** A version of Appwrite that the emulator answers as. */
export interface Profile {
  /** Heads its column. */
  readonly version: string
  readonly options: EmulatorOptions
}

export const PROFILES: readonly Profile[] = [
  { version: "1.9.6", options: {} },
  { version: "1.5.11", options: { appwrite: "1.5" } },
]
