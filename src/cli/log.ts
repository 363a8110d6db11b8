import { Command, Option } from "./commander.ts"
import { DEFAULT_PORT, readPort, readProjectId } from "./option-values.ts"
import { endpointOption } from "./server-options.ts"

/** The options of `log`, checked. */
export interface LogOptions {
  readonly endpoint?: string
  readonly port: number
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
  return new Command("appwrite-users-emulator log")
    .exitOverride()
    .description("Show what was asked of a running emulator.")
    .addOption(endpointOption("URL of the emulator"))
    .addOption(
      new Option("--port <number>", "its port on this machine")
        .env("EMULATOR_PORT")
        .argParser(readPort)
        .default(DEFAULT_PORT),
    )
    .option("--follow", "go on with what comes, until Ctrl+C")
    .addOption(new Option("--project <id>", "only this project").argParser(readProjectId))
    .option("--route <route>", "only this route, such as 'POST /v1/users'")
    .option("--status <status>", "only this status, such as 404 or 4xx")
    .option("--caller <caller>", "only guest, user, key, the ID of a user or the name of a key")
    .option("--transcript", "print the project's transcript, for contract replay")
    .option("--json", "print one JSON object a line")
    .action(async (options: LogOptions) => {
      const { showLog } = await import("./run-log.ts")
      await showLog(options)
    })
}
