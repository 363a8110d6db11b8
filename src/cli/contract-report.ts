import { Command } from "./commander.ts"
import { examples } from "./examples.ts"
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
    .addHelpText(
      "after",
      examples(
        ["contract report recordings", "what is known of each route"],
        ["contract report recordings --max-age 90 --json", "for programs, with what is older than 90 days"],
      ),
    )
    .action(async (folder: string, options: ContractReportOptions) => {
      const { contractReport } = await import("./run-contract-report.ts")
      await contractReport(folder, options)
    })
}
