import { Command, Option } from "./commander.ts"
import { examples } from "./examples.ts"
import { readProjectId } from "./option-values.ts"
import { type EmulatorPlace, emulatorPlaceOptions } from "./running-emulator.ts"
import { readWhole } from "./server-options.ts"

/** The options of `users`, checked. */
export interface UsersOptions extends EmulatorPlace {
  readonly project?: string
  readonly search?: string
  readonly limit: number
  readonly json?: boolean
}

/** `users`: exits with 1 if no emulator answers. */
export function usersCommand() {
  const command = new Command("appwrite-users-emulator users")
    .exitOverride()
    .description("Show the users of a project of a running emulator.")
    .option("--project <id>", "whose users; by default those of the first project", readProjectId)
    .option("--search <text>", "only those with it in ID, email, phone, name or a label")
    .addOption(new Option("--limit <number>", "how many at most").argParser(readWhole).default(25))
    .option("--json", "print one JSON object a line")
    .addHelpText(
      "after",
      examples(
        ["users", "the first 25 users of the first project"],
        ["users --project shop --search @example.com", "those of another project with such an address"],
        ["users --limit 1000 --json", "for a script"],
      ),
    )
    .action(async (options: UsersOptions) => {
      const { showUsers } = await import("./run-users.ts")
      await showUsers(options)
    })
  for (const option of emulatorPlaceOptions()) command.addOption(option)
  return command
}
