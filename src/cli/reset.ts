import { Command } from "./commander.ts"
import { examples } from "./examples.ts"
import { readProjectId } from "./option-values.ts"
import { type EmulatorPlace, emulatorPlaceOptions } from "./running-emulator.ts"

/** The options of `reset`, checked. */
export interface ResetOptions extends EmulatorPlace {
  readonly project?: string
}

/** `reset`: exits with 1 if nothing was reset. */
export function resetCommand() {
  const command = new Command("appwrite-users-emulator reset")
    .exitOverride()
    .description("Take a running emulator back to its start: to its seed, or to nothing. Keys stay.")
    .option("--project <id>", "only this project, and neither the clock nor faults", readProjectId)
    .addHelpText(
      "after",
      examples(
        ["reset", "all projects, the clock and faults"],
        ["reset --project shop", "one project, and the others stay as they are"],
      ),
    )
    .action(async (options: ResetOptions) => {
      const { resetEmulator } = await import("./run-reset.ts")
      await resetEmulator(options)
    })
  for (const option of emulatorPlaceOptions()) command.addOption(option)
  return command
}
