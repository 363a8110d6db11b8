import { Command } from "./commander.ts"
import { contractRecordCommand } from "./contract-record.ts"
import { contractReplayCommand } from "./contract-replay.ts"
import { contractReportCommand } from "./contract-report.ts"
import { contractUpgradeCommand } from "./contract-upgrade.ts"
import { contractVerifyCommand } from "./contract-verify.ts"

/** `contract`: the commands that hold the emulator against real servers. */
export function contractCommand() {
  return new Command("appwrite-users-emulator contract")
    .description("Compare the emulator with a real server.")
    .exitOverride()
    .addCommand(contractRecordCommand())
    .addCommand(contractReplayCommand())
    .addCommand(contractReportCommand())
    .addCommand(contractUpgradeCommand())
    .addCommand(contractVerifyCommand())
}
