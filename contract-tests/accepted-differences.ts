import { readFileSync } from "node:fs"
import { type LedgerEntry, parseLedger } from "../src/contract/ledger.ts"

/** The ledger of accepted differences beside this file. */
export function readLedger(): readonly LedgerEntry[] {
  return parseLedger(readFileSync(new URL("ledger.json", import.meta.url), "utf8"), "ledger.json")
}
