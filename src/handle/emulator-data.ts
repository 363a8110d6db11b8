import { projectUnknown } from "../emulator-error.ts"
import { CONSOLE } from "../project/project-id.ts"
import type { ProjectState, Projects } from "../project/projects.ts"

/** What of an emulator is exported. */
export interface ExportOptions {
  /** ID of the one project to export; by default all of them. */
  readonly project?: string | undefined
}

/** Where exported projects come from: a file, or its bytes. */
export type DataSource = string | AsyncIterable<Uint8Array>

/** Keeps and brings back all that an emulator holds. */
export interface EmulatorData {
  /**
   * Writes projects to a file: keys, settings and all records as they are at this moment. Whatever happens, there is either
   * the file that was there before or a whole new one, which only its owner may read. The clock, snapshots and webhooks are
   * not in it, and JSON Web Tokens of before are not valid elsewhere.
   * @throws EmulatorError `project_unknown`, `data_unwritable`
   */
  export(file: string, options?: ExportOptions): Promise<void>
  /**
   * Makes the emulator hold what was exported and nothing else; that is also what a reset brings back then. If anything is
   * wrong with the data, all stays as it is.
   * @returns IDs of the projects.
   * @throws EmulatorError `data_unreadable`, `data_invalid`
   */
  import(source: DataSource): Promise<string[]>
}

/** What is to be exported, as it is now. @throws EmulatorError `project_unknown` */
export function exported(projects: Projects, { project }: ExportOptions = {}): ProjectState[] {
  const all = projects.capture().filter(({ id }) => id !== CONSOLE)
  if (project === undefined) return all
  const one = all.find(({ id }) => id === project)
  if (one === undefined) throw projectUnknown(project)
  return [one]
}

/** @param onImport is told that other projects are there. */
export function emulatorData(projects: Projects, onImport: () => void): EmulatorData {
  return {
    async export(file, options) {
      const states = exported(projects, options)
      const { writeDataFile } = await import("../data/data-file.ts")
      await writeDataFile(file, states)
    },
    async import(source) {
      const states = await readSource(source)
      const { replaceProjects } = await import("../data/import-projects.ts")
      replaceProjects(projects, states)
      onImport()
      return states.map(({ id }) => id)
    },
  }
}

async function readSource(source: DataSource): Promise<readonly ProjectState[]> {
  if (typeof source === "string") return (await import("../data/data-file.ts")).readDataFile(source)
  return (await import("../data/read-data.ts")).readData(source, "the data")
}
