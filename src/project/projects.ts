import type { ApiKey } from "./api-key.ts"
import { newProject, type Project } from "./project.ts"
import { isProjectId } from "./project-id.ts"

/** The projects of one emulator. */
export interface Projects {
  get(id: string): Project | undefined
  /** The project with this ID; made on the spot, if projects need not be announced. */
  require(id: string): Project | undefined
  /** Puts an empty project in the place of the one with this ID, or beside the others. */
  create(id: string, keys: readonly ApiKey[], name?: string): Project
  delete(id: string): boolean
  list(): Project[]
  /** Empties all projects; their keys stay. */
  reset(): void
}

/** How an emulator comes to its projects. */
export interface ProjectsOptions {
  /** Whether only announced projects exist. */
  readonly strict: boolean
  /** The keys of a project that nobody announced. */
  readonly defaultKeys: readonly ApiKey[]
  /** Is told of each project that was made because a request named it. */
  readonly onProvision: (project: Project) => void
}

export function emptyProjects({ strict, defaultKeys, onProvision }: ProjectsOptions): Projects {
  const projects = new Map<string, Project>()
  function create(id: string, keys: readonly ApiKey[], name = id): Project {
    const project = newProject(id, name, keys)
    projects.set(id, project)
    return project
  }
  return {
    get: (id) => projects.get(id),
    require(id) {
      const known = projects.get(id)
      if (known !== undefined || strict || !isProjectId(id)) return known
      const project = create(id, defaultKeys)
      onProvision(project)
      return project
    },
    create,
    delete: (id) => projects.delete(id),
    list: () => [...projects.values()],
    reset() {
      for (const { id, name, keys } of projects.values()) create(id, [...keys.values()], name)
    },
  }
}
