import { Command } from "./commander.ts"
import { examples } from "./examples.ts"
import { readProjectId } from "./option-values.ts"
import { type EmulatorPlace, emulatorPlaceOptions } from "./running-emulator.ts"

/** The options of `export`, checked. */
export interface ExportOptions extends EmulatorPlace {
  readonly project?: string
}

/** `export`: exits with 1 if nothing was written. */
export function exportCommand() {
  const command = new Command("appwrite-users-emulator export")
    .exitOverride()
    .description("Write all that a running emulator holds to a file, wholly or not at all.")
    .argument("<file>", "file to write; -: standard output")
    .option("--project <id>", "only this project", readProjectId)
    .addHelpText(
      "after",
      examples(
        ["export data.ndjson", "keep all projects in a file"],
        ["export - --project shop", "show what one project holds"],
      ),
    )
    .action(async (file: string, options: ExportOptions) => {
      const { exportFile } = await import("./run-export.ts")
      await exportFile(file, options)
    })
  for (const option of emulatorPlaceOptions()) command.addOption(option)
  return command
}

/** `import`: exits with 1 if nothing was imported. */
export function importCommand() {
  const command = new Command("appwrite-users-emulator import")
    .exitOverride()
    .description("Make a running emulator hold what was exported, and nothing else.")
    .argument("<file>", "file that was exported")
    .addHelpText("after", examples(["import data.ndjson", "bring back what was kept"]))
    .action(async (file: string, options: EmulatorPlace) => {
      const { importFile } = await import("./run-export.ts")
      await importFile(file, options)
    })
  for (const option of emulatorPlaceOptions()) command.addOption(option)
  return command
}
