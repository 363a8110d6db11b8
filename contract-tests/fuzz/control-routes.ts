import { controlApp } from "../../src/control/app.ts"
import { createEmulator } from "../../src/emulator.ts"
import { newArrivals } from "../../src/handle/arrivals.ts"
import { DEFAULT_PROFILE, PROFILES } from "../../src/profiles/profiles.ts"
import { emptyProjects } from "../../src/project/projects.ts"

/** One of the emulator's own routes. */
export interface ControlRoute {
  readonly method: string
  /** With `/_emulator`, placeholders as `:name`. */
  readonly path: string
}

/** All of the emulator's own routes, as they are registered. */
export async function controlRoutes(): Promise<readonly ControlRoute[]> {
  const profile = PROFILES[DEFAULT_PROFILE]
  const projects = emptyProjects({
    strict: true,
    profile,
    defaultKeys: [],
    defaultBase: undefined,
    onProvision() {},
    onRenewed() {},
  })
  const emulator = await createEmulator()
  const { routes } = controlApp({
    emulator,
    projects,
    arrivals: newArrivals(),
    profile,
    listeningAt: () => undefined,
  })
  return routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => ({ method, path }))
}
