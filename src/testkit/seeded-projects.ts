import type { Emulator } from "../handle/emulator.ts"
import type { EmulatorProject } from "../handle/emulator-project.ts"
import { NOTHING_PLANTED, type Planted } from "../seed/planted.ts"
import type { Seed } from "../seed/seed-shape.ts"
import type { SeedSource } from "../seed/seed-source.ts"

/** A project of a test, and what its seed has made in it. */
export interface SeededProject {
  readonly project: EmulatorProject
  readonly planted: Planted
}

/**
 * Projects of an emulator that start with a seed. A seed is planted once, when it is first asked for; each project is
 * then a branch, which takes the same short time at any size. Seeds are told apart by identity, files by their path.
 * @returns makes a project of its own. Throws SeedError.
 */
export function seededProjects(emulator: Emulator): (seed: SeedSource | undefined) => Promise<SeededProject> {
  const files = new Map<string, Promise<SeededProject>>()
  const seeds = new WeakMap<Seed, Promise<SeededProject>>()

  async function plant(seed: SeedSource): Promise<SeededProject> {
    const project = emulator.project()
    try {
      return { project, planted: await project.seed(seed, { isStart: true }) }
    } catch (error) {
      project.delete()
      throw error
    }
  }

  function original(seed: SeedSource): Promise<SeededProject> {
    const known = typeof seed === "string" ? files.get(seed) : seeds.get(seed)
    if (known !== undefined) return known
    const fresh = plant(seed)
    if (typeof seed === "string") files.set(seed, fresh)
    else seeds.set(seed, fresh)
    return fresh
  }

  return async (seed) => {
    if (seed === undefined) return { project: emulator.project(), planted: NOTHING_PLANTED }
    const { project, planted } = await original(seed)
    return { project: project.branch(), planted }
  }
}
