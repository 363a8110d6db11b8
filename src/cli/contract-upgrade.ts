import type { ProfileName } from "../profiles/profile.ts"
import { PROFILE_NAMES } from "../profiles/profiles.ts"
import { Command, Option } from "./commander.ts"
import { examples } from "./examples.ts"

/** The options of `contract upgrade`, checked. */
export interface ContractUpgradeOptions {
  readonly from: ProfileName
  readonly to: ProfileName
  readonly json?: boolean
}

/** `contract upgrade`: exits with 0 if nothing would change, 1 if something would, 2 if that can't be told. */
export function contractUpgradeCommand() {
  return new Command("upgrade")
    .exitOverride()
    .description("Tell what an upgrade would change in the answers to an app's own calls.")
    .argument("<log>", "a transcript of the app's calls, or a folder of them")
    .addOption(
      new Option("--from <version>", "version that answered the calls").choices(PROFILE_NAMES).default("1.5"),
    )
    .addOption(
      new Option("--to <version>", "version that is to answer them").choices(PROFILE_NAMES).default("1.9"),
    )
    .option("--json", "print the changes as JSON")
    .addHelpText(
      "after",
      examples(
        ["log --transcript > calls.json", "what the app asked of an emulator, as a transcript"],
        ["contract upgrade calls.json --from 1.5 --to 1.9", "what it would get from a newer server"],
      ),
    )
    .action(async (log: string, options: ContractUpgradeOptions) => {
      const { contractUpgrade } = await import("./run-contract-upgrade.ts")
      await contractUpgrade(log, options)
    })
}
