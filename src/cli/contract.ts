import { Command } from "./commander.ts"
import { contractRecordCommand } from "./contract-record.ts"
import { contractReplayCommand } from "./contract-replay.ts"
import { contractReportCommand } from "./contract-report.ts"
import { contractUpgradeCommand } from "./contract-upgrade.ts"
import { contractVerifyCommand } from "./contract-verify.ts"
import { examples } from "./examples.ts"

const HELP_END = `${examples(
  ["contract replay recordings", "the emulator against what was recorded"],
  ["contract report recordings", "what is known of each route"],
)}
Exit codes:
  0  all was the same
  1  something differs
  2  nothing could be compared, or wrong arguments
`

/** `contract`: the commands that hold the emulator against real servers. */
export function contractCommand() {
  return new Command("appwrite-users-emulator contract")
    .description("Compare the emulator with a real server.")
    .exitOverride()
    .addHelpText("after", HELP_END)
    .addCommand(contractRecordCommand())
    .addCommand(contractReplayCommand())
    .addCommand(contractReportCommand())
    .addCommand(contractUpgradeCommand())
    .addCommand(contractVerifyCommand())
}
