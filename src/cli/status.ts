import { Command } from "./commander.ts"
import { examples } from "./examples.ts"
import { type EmulatorPlace, emulatorPlaceOptions } from "./running-emulator.ts"

/** The options of `status`, checked. */
export interface StatusOptions extends EmulatorPlace {
  readonly json?: boolean
}

/** `status`: exits with 1 if no emulator answers. */
export function statusCommand() {
  const command = new Command("appwrite-users-emulator status")
    .exitOverride()
    .description("Show whether an emulator runs, its time, projects and keys.")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      examples(
        ["status", "is it there, and which projects does it have?"],
        ["status --port 4600 --json", "the same of another one, for a script"],
      ),
    )
    .action(async (options: StatusOptions) => {
      const { showStatus } = await import("./run-status.ts")
      await showStatus(options)
    })
  for (const option of emulatorPlaceOptions()) command.addOption(option)
  return command
}
