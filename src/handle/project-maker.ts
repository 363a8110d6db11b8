import { checkProjectOptions } from "../check-options.ts"
import { projectExists, projectIdInvalid } from "../emulator-error.ts"
import type { Profile } from "../profiles/profile.ts"
import { PROFILES } from "../profiles/profiles.ts"
import { type ApiKey, fullKey } from "../project/api-key.ts"
import type { Project } from "../project/project.ts"
import { CONSOLE, isProjectId } from "../project/project-id.ts"
import type { Projects } from "../project/projects.ts"
import type { Emulator, NewProjectOptions } from "./emulator.ts"
import { type ProjectHost, projectHandle } from "./project-handle.ts"

/** What is needed to make projects. */
export interface Workshop extends Omit<ProjectHost, "makeLike"> {
  /** Of a project that asks for no other. */
  readonly profile: Profile
  readonly defaultKeys: readonly ApiKey[]
  /** How many projects were given an ID. */
  readonly named: number
}

/** The server's own project is nobody's. */
export function shownProjects(projects: Projects): Project[] {
  return projects.list().filter(({ id }) => id !== CONSOLE)
}

/** Finds projects and makes those that are not there. */
export function projectMaker({ profile, defaultKeys, named: before, ...workshop }: Workshop) {
  const { projects } = workshop
  let named = before
  const host: ProjectHost = {
    ...workshop,
    makeLike({ name, profile, database }) {
      const id = freshId()
      projects.put({ id, name, profile, keys: [ownKey(id)], base: database.capture() })
      return projectHandle(id, host)
    },
  }
  /** IDs of projects count up and are not given twice, so that none is taken for a deleted one. */
  function freshId(): string {
    do named += 1
    while (projects.get(`project-${named}`) !== undefined)
    return `project-${named}`
  }
  function make(id: string, keys: readonly ApiKey[], { name = id, appwrite }: NewProjectOptions = {}) {
    const own = appwrite === undefined ? profile : PROFILES[appwrite]
    // What new projects start with was made under the rules of the emulator's own version.
    const base = own === profile ? projects.defaultBase : undefined
    projects.put({ id, name, profile: own, keys, base })
    return projectHandle(id, host)
  }
  const project: Emulator["project"] = (id, options) => {
    if (options !== undefined) checkProjectOptions(options)
    const keys = options?.keys?.map(fullKey)
    if (id === undefined) {
      const fresh = freshId()
      return make(fresh, keys ?? [ownKey(fresh)], options)
    }
    if (!isProjectId(id) || id === CONSOLE) throw projectIdInvalid(id)
    if (projects.get(id) === undefined) return make(id, keys ?? defaultKeys, options)
    if (options !== undefined) throw projectExists(id)
    return projectHandle(id, host)
  }
  return { project, named: () => named }
}

/** Keys of test projects are no secrets: they are to be recognised. */
function ownKey(id: string): ApiKey {
  return fullKey(`${id}-key`)
}
