import { checkMembers, type Rules, SWITCH } from "../check-members.ts"
import { projectUnknown, projectWithoutKey } from "../emulator-error.ts"
import type { EmulatorEvents } from "../events/emulator-events.ts"
import type { Project } from "../project/project.ts"
import { captureProject, type Projects } from "../project/projects.ts"
import { type EmulatorLog, projectLog } from "../request-log/emulator-log.ts"
import type { World } from "../world.ts"
import type { Arrivals } from "./arrivals.ts"
import { projectDiff } from "./diff.ts"
import type { EmulatorProject, SeedOptions } from "./emulator-project.ts"
import { newOutbox } from "./outbox.ts"
import { checkLineage, checkProjectSnapshot, type Lineage, type ProjectSnapshot } from "./snapshot.ts"

const SEED_OPTIONS: Rules<SeedOptions> = { isStart: SWITCH }

/** What a handle needs to know of the emulator. */
export interface ProjectHost {
  readonly world: World
  readonly projects: Projects
  readonly arrivals: Arrivals
  readonly lineage: Lineage
  events(projectId: string): EmulatorEvents
  readonly log: EmulatorLog
  endpoint(): string
  /** Makes a project under an ID and a key of its own, which holds this. */
  makeLike(original: Project): EmulatorProject
}

/** The handle of a project, which goes by its ID: the project itself is another one after each reset. */
export function projectHandle(id: string, host: ProjectHost): EmulatorProject {
  const { world, projects, arrivals, lineage } = host
  function project(): Project {
    const known = projects.get(id)
    if (known === undefined) throw projectUnknown(id)
    return known
  }
  const snapshot = (): ProjectSnapshot => ({ lineage, project: captureProject(project()) })
  const discard = () => {
    projects.delete(id)
  }
  return {
    projectId: id,
    get apiKey() {
      const [key] = project().keys.keys()
      if (key === undefined) throw projectWithoutKey(id)
      return key
    },
    get endpoint() {
      return host.endpoint()
    },
    get userCount() {
      return project().database.users.size
    },
    outbox: newOutbox(() => [project()], arrivals),
    events: host.events(id),
    log: projectLog(host.log, id),
    reset() {
      const { name, profile, keys, base } = project()
      projects.put({ id, name, profile, keys: [...keys.values()], base })
    },
    snapshot,
    restore(wanted) {
      checkProjectSnapshot(wanted)
      checkLineage(wanted, lineage)
      const { name, keys, base } = project()
      const { profile, state } = wanted.project
      projects.put({ id, name, profile, keys: [...keys.values()], base, state })
      arrivals.changed()
    },
    branch: () => host.makeLike(project()),
    diff(before, after = snapshot(), options) {
      for (const one of [before, after]) checkProjectSnapshot(one)
      return projectDiff(before.project.state, after.project.state, options)
    },
    async seed(seed, options = {}) {
      checkMembers("", options, SEED_OPTIONS)
      const { addSeed, startWithSeed } = await import("../seed/seed-project.ts")
      return options.isStart ? startWithSeed(world, projects, project, seed) : addSeed(world, project, seed)
    },
    delete: discard,
    [Symbol.dispose]: discard,
    async [Symbol.asyncDispose]() {
      discard()
    },
  }
}
