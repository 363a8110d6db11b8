import { Command, Option } from "./commander.ts"
import { examples } from "./examples.ts"
import { readProjectId } from "./option-values.ts"
import { type EmulatorPlace, emulatorPlaceOptions } from "./running-emulator.ts"

/** The options of `log`, checked. */
export interface LogOptions extends EmulatorPlace {
  readonly follow?: boolean
  readonly project?: string
  readonly route?: string
  readonly status?: string
  readonly caller?: string
  readonly transcript?: boolean
  readonly json?: boolean
}

/** `log`: exits with 1 if no emulator answers. */
export function logCommand() {
  const command = new Command("appwrite-users-emulator log")
    .exitOverride()
    .description("Show what was asked of a running emulator.")
    .option("--follow", "go on with what comes, until Ctrl+C")
    .addOption(new Option("--project <id>", "only this project").argParser(readProjectId))
    .option("--route <route>", "only this route, such as 'POST /v1/users'")
    .option("--status <status>", "only this status, such as 404 or 4xx")
    .option("--caller <caller>", "only guest, user, key, the ID of a user or the name of a key")
    .option("--transcript", "print the project's transcript, for contract replay")
    .option("--json", "print one JSON object a line")
    .addHelpText(
      "after",
      examples(
        ["log --follow", "see requests as they come"],
        ["log --status 4xx --project shop", "what was refused, and why"],
        ["log --transcript > shop.json", "for contract replay; needs start --transcripts"],
      ),
    )
    .action(async (options: LogOptions) => {
      const { showLog } = await import("./run-log.ts")
      await showLog(options)
    })
  for (const option of emulatorPlaceOptions()) command.addOption(option)
  return command
}
