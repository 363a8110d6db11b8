import { Command } from "./commander.ts"
import { readWhole } from "./server-options.ts"

/** The options of `contract report`, checked. */
export interface ContractReportOptions {
  readonly ledger?: string
  readonly lockStep?: string
  /** In days. */
  readonly maxAge?: number
  readonly json?: boolean
}

/** `contract report`: exits with 0 if all recorded answers were the same, 1 if not, 2 if nothing could be compared. */
export function contractReportCommand() {
  return new Command("report")
    .exitOverride()
    .description(
      "Tell for each route what is known of it: clients, recordings, replays, walks, lock-step runs.",
    )
    .argument("<folder>", "where the recordings are")
    .option("--ledger <file>", "differences that are accepted")
    .option("--lock-step <file>", "lock-step runs: a JSON list of date, server and calls by route")
    .option("--max-age <days>", "name the recordings that are older", readWhole)
    .option("--json", "print the report as JSON")
    .action(async (folder: string, options: ContractReportOptions) => {
      const { contractReport } = await import("./run-contract-report.ts")
      await contractReport(folder, options)
    })
}
