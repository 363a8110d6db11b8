import type { Hono } from "hono/tiny"
import type { Arrivals } from "../handle/arrivals.ts"
import type { Emulator } from "../handle/emulator.ts"
import type { Profile } from "../profiles/profile.ts"
import type { Project } from "../project/project.ts"
import { CONSOLE } from "../project/project-id.ts"
import type { Projects } from "../project/projects.ts"
import { ControlError } from "./control-error.ts"
import type { ListeningAt } from "./own-host.ts"

/** What the control routes work on. */
export interface Control {
  readonly emulator: Emulator
  readonly projects: Projects
  readonly arrivals: Arrivals
  /** The version of Appwrite that serves projects which ask for no other. */
  readonly profile: Profile
  /** `undefined` as long as there is no port. */
  listeningAt(): ListeningAt | undefined
}

/** Adds the routes of one thing, below `/_emulator`. */
export type ControlRoutes = (app: Hono, control: Control) => void

/**
 * A project that was named.
 * @throws ControlError 404
 */
export function knownProject({ projects }: Control, id: string): Project {
  const project = id === CONSOLE ? undefined : projects.get(id)
  if (project === undefined) throw new ControlError(404, `There is no project "${id}".`)
  return project
}
