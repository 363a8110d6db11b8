import { DEFAULT_API_KEY, DEFAULT_PROJECT } from "../defaults.ts"
import { DEFAULT_PROFILE, PROFILE_NAMES } from "../profiles/profiles.ts"
import { boundOptions } from "./bound-options.ts"
import { Command, Option } from "./commander.ts"
import { examples } from "./examples.ts"
import { addHelpCommand } from "./help-command.ts"
import { addLateCommands } from "./late-commands.ts"
import { DEFAULT_PORT, readApiKey, readHost, readPort, readProjectId, readSwitch } from "./option-values.ts"
import { packageVersion } from "./package-version.ts"
import { readWhole } from "./server-options.ts"
import { type StartOptions, start } from "./start.ts"

/** A switch: `--name`, or `EMULATOR_NAME=true`. */
function switchOption(name: string, description: string) {
  return new Option(`--${name} [boolean]`, description)
    .env(`EMULATOR_${name.toUpperCase().replaceAll("-", "_")}`)
    .argParser(readSwitch)
    .preset("true")
    .default(false, "false")
}

const START_EXAMPLES = [
  ["", "run it, on port 4590"],
  ["--port 0 --json", "on any free port, for a script"],
  ["--seed seed.yaml --watch", "with users that are there from the start; see init"],
] as const

const HELP_END = `${examples(
  ...START_EXAMPLES,
  ["users --search ada", "see who is there, from another terminal"],
  ["help users", "all about one command"],
)}
Exit codes:
  0  all went well, or Ctrl+C
  1  it failed: the port is taken, no emulator answers, a file can't be written, ...
  2  wrong arguments, environment variables or seed; of contract, see its help
`

/** The command line, with `start` as the command that is meant if none is named. */
export function program() {
  const all = new Command("appwrite-users-emulator")
    .description("A local, in-memory Appwrite server for users.")
    .version(packageVersion())
    .exitOverride()
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .showHelpAfterError("Run appwrite-users-emulator --help to see all options.")
  const running = all
    .command("start", { isDefault: true })
    .description("Run the emulator until Ctrl+C.")
    .addOption(
      new Option("--port <number>", "port to listen on; 0: any free one, which is printed")
        .env("EMULATOR_PORT")
        .argParser(readPort)
        .default(DEFAULT_PORT),
    )
    .addOption(
      new Option("--host <address>", "address to listen on; 0.0.0.0: all, open to the network")
        .env("EMULATOR_HOST")
        .argParser(readHost)
        .default("127.0.0.1"),
    )
    .addOption(
      new Option("--project <id>", "project that is there from the start")
        .env("EMULATOR_PROJECT")
        .argParser(readProjectId)
        .default(DEFAULT_PROJECT),
    )
    .addOption(
      new Option(
        "--appwrite <version>",
        "version of Appwrite that projects are served by which name no other",
      )
        .env("EMULATOR_APPWRITE")
        .choices(PROFILE_NAMES)
        .default(DEFAULT_PROFILE),
    )
    .addOption(
      new Option("--api-key <secret>", "secret of the API key of all projects that name none of their own")
        .env("EMULATOR_API_KEY")
        .argParser(readApiKey)
        .default(DEFAULT_API_KEY),
    )
    .addOption(switchOption("strict", "only announced projects exist; otherwise the first request makes one"))
    .addOption(
      new Option("--seed <file>", "what projects start with: .json, .yaml, .ts or .js").env("EMULATOR_SEED"),
    )
    .addOption(switchOption("watch", "start projects anew whenever the seed file changes"))
    .addOption(
      new Option("--import <file>", "what was exported: it is there from the start").env("EMULATOR_IMPORT"),
    )
    .addOption(
      new Option(
        "--export-on-exit [file]",
        "export all at the end; without a file to that of --import, which may be missing then",
      )
        .env("EMULATOR_EXPORT_ON_EXIT")
        .preset(true),
    )
    .addOption(
      new Option(
        "--hash-cost <cost>",
        "what a password hash costs: next to nothing, or as on the real server",
      )
        .env("EMULATOR_HASH_COST")
        .choices(["fast", "server"])
        .default("fast"),
    )
    .addOption(
      new Option("--random-seed <number>", "IDs, secrets, codes and times come out the same in each run")
        .env("EMULATOR_RANDOM_SEED")
        .argParser(readWhole),
    )
    .addOption(switchOption("rate-limits", "limit clients as a real server does; API keys are never limited"))
    .addOption(
      new Option(
        "--evidence [mode]",
        "say in a header of each answer on what it rests; required: refuse those that were never recorded",
      )
        .env("EMULATOR_EVIDENCE")
        .choices(["told", "required"])
        .preset("told"),
    )
    .addOption(
      new Option("--transcripts <number>", "how many requests to keep whole, for log --transcript")
        .env("EMULATOR_TRANSCRIPTS")
        .argParser(readWhole)
        .default(0),
    )
    .addOption(switchOption("quiet", "print warnings and errors only, and no requests"))
    .addOption(switchOption("json", "print one JSON object in the place of the banner, and of each request"))
    .allowExcessArguments()
  for (const option of boundOptions()) running.addOption(option)
  running.action(async (options: StartOptions, { args: [unknown] }: typeof running) => {
    // What is no command is taken for an argument of the one that is meant if none is named.
    if (unknown === undefined) return start(options)
    const known = all.commands.map((command) => command.name()).join(", ")
    all.error(`error: there is no command '${unknown}', only ${known}`)
  })
  running.addHelpText(
    "after",
    examples(...START_EXAMPLES, ["start --random-seed 1", "the same IDs and codes in each run"]),
  )
  addLateCommands(all)
  addHelpCommand(all, program)
  return all.addHelpText("after", () => `\n${running.helpInformation()}${HELP_END}`)
}
