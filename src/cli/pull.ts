import { Command } from "./commander.ts"
import { examples } from "./examples.ts"
import { type RealProjectOptions, realProjectOptions } from "./real-project-options.ts"

/** The options of `pull`, checked. */
export interface PullOptions extends RealProjectOptions {
  readonly out?: string
  readonly anonymise?: boolean
  readonly salt?: string
  readonly keepPrefs?: boolean
}

/** `pull`: exits with 0 if all users were brought, 2 if not. */
export function pullCommand() {
  const command = new Command("appwrite-users-emulator pull")
    .exitOverride()
    .description("Bring the users of a real project, with the hashes of their passwords, as a seed.")
    .option(
      "--out <file>",
      "file to write, which an interrupted pull goes on with; by default standard output",
    )
    .option("--anonymise", "replace emails, phones and names by fakes, and leave preferences out")
    .option("--salt <text>", "secret that fakes are made with: the same salt makes the same fakes")
    .option("--keep-prefs", "keep preferences, whatever they say of people")
    .addHelpText(
      "after",
      examples(
        [
          "pull --endpoint https://cloud.appwrite.io/v1 --project shop --key KEY --anonymise --out seed.json",
          "people in other names, as a seed",
        ],
        ["--seed seed.json", "start with them"],
      ),
    )
    .action(async (options: PullOptions) => {
      const { runPull } = await import("./run-pull.ts")
      await runPull(options)
    })
  for (const option of realProjectOptions("users.read and teams.read")) command.addOption(option)
  return command
}
