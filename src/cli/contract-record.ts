import { Command } from "./commander.ts"
import { examples } from "./examples.ts"
import { endpointOption, keyOption, projectOption, readWhole, type ServerOptions } from "./server-options.ts"

/** The options of `contract record`, checked. */
export interface ContractRecordOptions extends ServerOptions {
  readonly out: string
  readonly only?: readonly string[]
  readonly scenarios?: readonly string[]
  readonly walks: number
  readonly seed: number
  readonly steps: number
  readonly prefix: string
  readonly timeout: number
  readonly allowNonEmpty?: boolean
  readonly clean?: boolean
  readonly json?: boolean
}

/**
 * `contract record`: exits with 0 if all was recorded, 1 if a scenario failed or left something behind, 2 if nothing could
 * be recorded.
 */
export function contractRecordCommand() {
  return new Command("record")
    .exitOverride()
    .description("Play scenarios on a real server and write down what it answers, without its secrets.")
    .addOption(
      endpointOption("URL of the server, /v1 included").env("APPWRITE_ENDPOINT").makeOptionMandatory(),
    )
    .addOption(projectOption().makeOptionMandatory())
    .addOption(keyOption().makeOptionMandatory())
    .requiredOption("--out <folder>", "where to write the recordings")
    .option("--only <names...>", "names of scenarios; by default all")
    .option("--scenarios <files...>", "modules whose `scenarios` are played as well")
    .option("--walks <number>", "how many random walks to play as well", readWhole, 0)
    .option("--seed <number>", "of the first walk", readWhole, 1)
    .option("--steps <number>", "calls of a walk", readWhole, 60)
    .option("--prefix <text>", "what the IDs of all that is made begin with", "contract")
    .option("--timeout <seconds>", "longest time for one answer", readWhole, 60)
    .option("--allow-non-empty", "use a project with users of its own, which are left alone")
    .option("--clean", "first delete users and teams of an earlier run that have the prefix")
    .option("--json", "print the outcome as JSON")
    .addHelpText(
      "after",
      examples(
        [
          "contract record --endpoint http://localhost/v1 --project empty --key KEY --out recordings",
          "what this server answers to all scenarios",
        ],
        [
          "contract record --endpoint http://localhost/v1 --project empty --key KEY --out recordings --walks 5",
          "and to five random walks",
        ],
      ),
    )
    .action(async (options: ContractRecordOptions) => {
      const { contractRecord } = await import("./run-contract-record.ts")
      await contractRecord(options)
    })
}
