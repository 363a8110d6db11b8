import { Command, InvalidArgumentError, Option } from "./commander.ts"
import { examples } from "./examples.ts"
import { endpointOption, keyOption, projectOption, readWhole, type ServerOptions } from "./server-options.ts"

/** The options of `contract verify`, checked. Times are in seconds. */
export interface ContractVerifyOptions extends ServerOptions {
  readonly runs: number
  readonly steps: number
  readonly shrinks: number
  readonly seed?: number
  readonly path?: string
  readonly area?: readonly string[]
  readonly without?: readonly string[]
  readonly allowNonEmpty?: boolean
  readonly anyVersion?: boolean
  readonly timeout: number
  readonly longestWait: number
  readonly settle: number
  readonly hashCost: "fast" | "server"
  readonly ledger?: string
  readonly accept?: string
  readonly save?: string
  readonly log?: string
  readonly junit?: string
  readonly json?: boolean
}

/** `contract verify`: exits with 0 if all was the same, 1 if something differed, 2 if nothing could be compared. */
export function contractVerifyCommand() {
  return new Command("verify")
    .exitOverride()
    .description("Send random calls to the emulator and to a server, and compare their answers.")
    .addOption(endpointOption("URL of the server, /v1 included").makeOptionMandatory())
    .addOption(projectOption().makeOptionMandatory())
    .addOption(keyOption().makeOptionMandatory())
    .option("--runs <number>", "how many walks to compare", readCount, 100)
    .option("--steps <number>", "most calls of a walk", readCount, 40)
    .option("--shrinks <number>", "most walks to make a difference shorter with", readWhole, 300)
    .option("--seed <number>", "to repeat a run", readSeed)
    .option("--path <path>", "to repeat one walk of it, as it was printed")
    .option("--area <name...>", "first segments of paths to call, project too (default: users account teams)")
    .option("--without <endpoints...>", 'endpoints to leave alone, such as "POST /account/tokens/*"')
    .option("--allow-non-empty", "use a project with users of its own; lists of all of them are left out")
    .option("--any-version", "compare also with a version of Appwrite that the emulator does not know")
    .option("--timeout <seconds>", "longest time for one answer", readWhole, 60)
    .option("--longest-wait <seconds>", "longest wait because of a rate limit", readWhole, 120)
    .option("--settle <seconds>", "longest wait for the server's workers", readWhole, 5)
    .addOption(
      new Option("--hash-cost <cost>", "what the emulator spends on passwords")
        .choices(["fast", "server"])
        .default("server"),
    )
    .option("--ledger <file>", "differences that are accepted")
    .option("--accept <reason>", "put the difference on the ledger")
    .option("--save <file>", "write the walk that differs as a transcript, without secrets")
    .option("--log <file>", "add a run without differences to a list of such runs")
    .option("--junit <file>", "write a JUnit report")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      examples(
        [
          "contract verify --endpoint http://localhost/v1 --project empty --key KEY",
          "random calls, shrunk to the first difference",
        ],
        [
          "contract verify --endpoint http://localhost/v1 --project empty --key KEY --runs 20 --area users",
          "for the pull requests of a project",
        ],
      ),
    )
    .action(async (options: ContractVerifyOptions) => {
      const { contractVerify } = await import("./run-contract-verify.ts")
      await contractVerify(options)
    })
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError("Use a whole number from 1.")
}

function readSeed(text: string): number {
  if (/^-?\d{1,10}$/.test(text)) return Number(text)
  throw new InvalidArgumentError("Use the number that was printed.")
}
