import { AppwriteError } from "../errors.ts"
import { HashOptionsError } from "../passwords/hash-options-error.ts"
import type { Reading } from "./shapes/reading.ts"

/** Notes what the API would answer to what is checked. */
export function refuseThrown(reading: Reading, check: () => void): void {
  try {
    check()
  } catch (error) {
    if (!(error instanceof AppwriteError || error instanceof HashOptionsError)) throw error
    reading.refuse(error.message)
  }
}
