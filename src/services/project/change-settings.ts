import type { Project } from "../../project/project.ts"
import type { Settings } from "../../project/settings.ts"

/** Changes some settings of a project. Who reads them later, also in the same request, sees the change. */
export function changeSettings({ database }: Project, changes: Partial<Settings>): void {
  database.settings.set({ ...database.settings.get(), ...changes })
}
