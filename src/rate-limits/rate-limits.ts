import type { Project } from "../project/project.ts"
import { type Counters, newCounters } from "./counters.ts"

/** Whether rate limits are on. */
export interface RateLimitSwitches {
  /** For all projects that are not named below. */
  readonly all: boolean
  readonly projects: ReadonlyMap<string, boolean>
}

/** The rate limits of one emulator. Each project counts for itself; where its state is replaced, it counts anew. */
export interface RateLimits {
  isOn(projectId: string): boolean
  countersOf(project: Project): Counters
  /** Switches one project, or without an ID all. */
  turn(on: boolean, projectId?: string): void
  /** Forgets what was counted in one project, or in all. */
  clear(project?: Project): void
  switches(): RateLimitSwitches
}

export function newRateLimits(start: RateLimitSwitches): RateLimits {
  let { all } = start
  let projects = new Map(start.projects)
  let counters = new WeakMap<Project, Counters>()
  return {
    isOn: (projectId) => projects.get(projectId) ?? all,
    countersOf(project) {
      let found = counters.get(project)
      if (found === undefined) {
        found = newCounters()
        counters.set(project, found)
      }
      return found
    },
    turn(on, projectId) {
      if (projectId !== undefined) {
        projects.set(projectId, on)
        return
      }
      all = on
      projects = new Map()
    },
    clear(project) {
      if (project === undefined) counters = new WeakMap()
      else counters.delete(project)
    },
    switches: () => ({ all, projects: new Map(projects) }),
  }
}
