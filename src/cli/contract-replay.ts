import { Command, Option } from "./commander.ts"
import { examples } from "./examples.ts"
import { endpointOption, keyOption, projectOption, readWhole } from "./server-options.ts"

/** The options of `contract replay`, checked. */
export interface ContractReplayOptions {
  /** Without one, the emulator answers in process. */
  readonly endpoint?: string
  readonly project?: string
  readonly key?: string
  readonly hashCost?: "fast" | "server"
  readonly ledger?: string
  readonly tell: number
  readonly timeout: number
  readonly junit?: string
  readonly allowNonEmpty?: boolean
  readonly anyVersion?: boolean
  readonly json?: boolean
}

/** `contract replay`: exits with 0 if all was the same, 1 if something differed, 2 if nothing could be compared. */
export function contractReplayCommand() {
  return new Command("replay")
    .exitOverride()
    .description("Send the requests of recordings again, and compare the answers.")
    .argument("<folder>", "where the recordings are")
    .addOption(endpointOption("URL of a server, /v1 included; by default the emulator, in process"))
    .addOption(projectOption())
    .addOption(keyOption())
    .addOption(
      new Option(
        "--hash-cost <cost>",
        "what an emulator spends on passwords (default: fast, with --endpoint server)",
      ).choices(["fast", "server"]),
    )
    .option("--ledger <file>", "differences that are accepted")
    .option("--tell <number>", "how many steps that differ to tell of", readWhole, 5)
    .option("--timeout <seconds>", "longest time for one answer", readWhole, 60)
    .option("--allow-non-empty", "use a project with users of its own, which are left alone")
    .option("--any-version", "compare also with another version of Appwrite than was recorded")
    .option("--junit <file>", "write a JUnit report")
    .option("--json", "print the outcome as JSON")
    .addHelpText(
      "after",
      examples(
        ["contract replay recordings", "the emulator against what was recorded"],
        [
          "contract replay recordings --endpoint http://localhost/v1 --project empty --key KEY",
          "another server against it",
        ],
      ),
    )
    .action(async (folder: string, options: ContractReplayOptions) => {
      const { contractReplay } = await import("./run-contract-replay.ts")
      await contractReplay(folder, options)
    })
}
