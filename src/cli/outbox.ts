import { Command } from "./commander.ts"
import { examples } from "./examples.ts"
import { readProjectId } from "./option-values.ts"
import { type EmulatorPlace, emulatorPlaceOptions } from "./running-emulator.ts"

/** The options of `outbox`, checked. */
export interface OutboxOptions extends EmulatorPlace {
  readonly project?: string
  readonly follow?: boolean
  readonly json?: boolean
}

/** `outbox`: exits with 1 if no emulator answers, or when one that is followed ends. */
export function outboxCommand() {
  const command = new Command("appwrite-users-emulator outbox")
    .exitOverride()
    .description("Show what a running emulator would have sent: codes, links, alerts.")
    .option("--project <id>", "only this project", readProjectId)
    .option("--follow", "go on with what comes, until Ctrl+C")
    .option("--json", "print one JSON object a line")
    .addHelpText(
      "after",
      examples(
        ["outbox --follow", "see codes and links as they are asked for"],
        ["outbox --project shop --json", "for a script"],
      ),
    )
    .action(async (options: OutboxOptions) => {
      const { showOutbox } = await import("./run-outbox.ts")
      await showOutbox(options)
    })
  for (const option of emulatorPlaceOptions()) command.addOption(option)
  return command
}
