import type { Profile } from "../profiles/profile.ts"
import type { ApiKey } from "./api-key.ts"
import type { DatabaseState } from "./database-state.ts"
import { type NewProject, newProject, type Project } from "./project.ts"
import { isProjectId } from "./project-id.ts"

/** One project at one moment. */
export interface ProjectState extends NewProject {
  readonly base: DatabaseState | undefined
  readonly state: DatabaseState
}

/** The projects of one emulator. */
export interface Projects {
  get(id: string): Project | undefined
  /** The project with this ID; made on the spot, if projects need not be announced. */
  require(id: string): Project | undefined
  /** Puts a project in the place of the one with this ID, or beside the others. */
  put(project: NewProject): Project
  delete(id: string): boolean
  /** What a project that nobody announced starts with; `undefined` is nothing. */
  readonly defaultBase: DatabaseState | undefined
  /** Makes another state what projects start with, and lets those start anew that started with the one before. */
  rebase(base: DatabaseState): void
  list(): Project[]
  /**
   * Gives each project back what it started with; their keys stay. Requests under way write to what is no longer there.
   */
  reset(): void
  /** All projects as they are now; takes no longer where they hold more. */
  capture(): ProjectState[]
  /** Puts these in the place of all that are there. Requests under way write to what is no longer there. */
  restore(states: readonly ProjectState[]): void
}

/** How an emulator comes to its projects. */
export interface ProjectsOptions {
  /** Whether only announced projects exist. */
  readonly strict: boolean
  /** The profile of a project that nobody announced. */
  readonly profile: Profile
  /** The keys of a project that nobody announced. */
  readonly defaultKeys: readonly ApiKey[]
  /** What a project that nobody announced starts with; without it, nothing. */
  readonly defaultBase?: DatabaseState | undefined
  /** Is told of each project that was made because a request named it. */
  readonly onProvision: (project: Project) => void
  /** Is told whenever a project begins anew, and whenever one ends: `undefined`. */
  readonly onRenewed?: (id: string, project: Project | undefined) => void
}

/** One project as it is now. */
export function captureProject({ id, name, profile, keys, base, database }: Project): ProjectState {
  return { id, name, profile, keys: [...keys.values()], base, state: database.capture() }
}

export function emptyProjects(options: ProjectsOptions): Projects {
  const { strict, profile: defaultProfile, defaultKeys, onProvision, onRenewed } = options
  let { defaultBase } = options
  const projects = new Map<string, Project>()
  function put(made: NewProject): Project {
    const project = newProject(made)
    projects.set(project.id, project)
    onRenewed?.(project.id, project)
    return project
  }
  return {
    get: (id) => projects.get(id),
    require(id) {
      const known = projects.get(id)
      if (known !== undefined || strict || !isProjectId(id)) return known
      const project = put({ id, name: id, profile: defaultProfile, keys: defaultKeys, base: defaultBase })
      onProvision(project)
      return project
    },
    put,
    get defaultBase() {
      return defaultBase
    },
    rebase(next) {
      const before = defaultBase
      defaultBase = next
      for (const { id, name, profile, keys, base } of projects.values()) {
        if (base === before && profile === defaultProfile) {
          put({ id, name, profile, keys: [...keys.values()], base: next })
        }
      }
    },
    delete(id) {
      onRenewed?.(id, undefined)
      return projects.delete(id)
    },
    list: () => [...projects.values()],
    reset() {
      for (const { id, name, profile, keys, base } of projects.values())
        put({ id, name, profile, keys: [...keys.values()], base })
    },
    capture: () => Array.from(projects.values(), captureProject),
    restore(states) {
      projects.clear()
      for (const state of states) put(state)
    },
  }
}
