import { Command } from "./commander.ts"
import { readProjectId } from "./option-values.ts"
import { endpointOption } from "./server-options.ts"

/** The options of `export` and `import`, checked. */
export interface DataOptions {
  readonly endpoint: string
  readonly project?: string
}

const ownEndpoint = () =>
  endpointOption("URL of the running emulator").env("EMULATOR_ENDPOINT").default("http://127.0.0.1:4590/v1")

/** `export`: exits with 1 if nothing was written. */
export function exportCommand() {
  return new Command("appwrite-users-emulator export")
    .exitOverride()
    .description("Write all that a running emulator holds to a file, wholly or not at all.")
    .argument("<file>", "file to write; -: standard output")
    .addOption(ownEndpoint())
    .option("--project <id>", "only this project", readProjectId)
    .action(async (file: string, options: DataOptions) => {
      const { exportFile } = await import("./run-export.ts")
      await exportFile(file, options)
    })
}

/** `import`: exits with 1 if nothing was imported. */
export function importCommand() {
  return new Command("appwrite-users-emulator import")
    .exitOverride()
    .description("Make a running emulator hold what was exported, and nothing else.")
    .argument("<file>", "file that was exported")
    .addOption(ownEndpoint())
    .action(async (file: string, options: DataOptions) => {
      const { importFile } = await import("./run-export.ts")
      await importFile(file, options)
    })
}
