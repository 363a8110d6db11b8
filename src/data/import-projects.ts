import { CONSOLE } from "../project/project-id.ts"
import type { ProjectState, Projects } from "../project/projects.ts"

/** Puts projects in the place of all that are there; the server's own stays. */
export function replaceProjects(projects: Projects, states: readonly ProjectState[]): void {
  const own = projects.capture().filter(({ id }) => id === CONSOLE)
  projects.restore([...own, ...states])
}

/**
 * Projects that are there from the start, with what was imported: a project that was both announced and imported holds what
 * was imported, and has the keys of both.
 */
export function withImported(
  announced: readonly ProjectState[],
  imported: readonly ProjectState[],
): readonly ProjectState[] {
  const projects = new Map(imported.map((project) => [project.id, project]))
  for (const project of announced) {
    const known = projects.get(project.id)
    if (known === undefined) projects.set(project.id, project)
    else {
      const keys = new Map([...project.keys, ...known.keys].map((key) => [key.secret, key]))
      projects.set(project.id, { ...known, keys: [...keys.values()] })
    }
  }
  return [...projects.values()]
}
