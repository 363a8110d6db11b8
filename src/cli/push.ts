import { Command } from "./commander.ts"
import { examples } from "./examples.ts"
import { type RealProjectOptions, realProjectOptions } from "./real-project-options.ts"

/** The options of `push`, checked. */
export interface PushOptions extends RealProjectOptions {
  readonly yes?: boolean
}

/** `push`: exits with 0 if nothing was refused, 1 if something was, 2 if nothing could be done. */
export function pushCommand() {
  const command = new Command("appwrite-users-emulator push")
    .exitOverride()
    .description("Create the users of a seed in a real project. Without --yes it only says what it would do.")
    .argument("<seed>", "file of the seed: .json, .yaml, .ts or .js")
    .option("--yes", "do it")
    .addHelpText(
      "after",
      examples(
        [
          "push seed.yaml --endpoint https://cloud.appwrite.io/v1 --project shop --key KEY",
          "say what would be created",
        ],
        [
          "push seed.yaml --endpoint https://cloud.appwrite.io/v1 --project shop --key KEY --yes",
          "create it",
        ],
      ),
    )
    .action(async (file: string, options: PushOptions) => {
      const { runPush } = await import("./run-push.ts")
      await runPush(file, options)
    })
  for (const option of realProjectOptions("users.read, users.write and teams.write"))
    command.addOption(option)
  return command
}
