import { newProject, type Project } from "../project/project.ts"
import type { Projects } from "../project/projects.ts"
import type { World } from "../world.ts"
import type { Planted } from "./planted.ts"
import { prepareSeedSource, type SeedSource } from "./seed-source.ts"

/** Puts a seed into a project as it is when all is ready, beside what it holds then. */
export async function addSeed(world: World, project: () => Project, seed: SeedSource): Promise<Planted> {
  const plant = await prepareSeedSource(world, project(), seed)
  return plant(project())
}

/** Puts a seed into a project that is new. */
export async function seedFresh(world: World, fresh: Project, seed: SeedSource): Promise<Planted> {
  const plant = await prepareSeedSource(world, fresh, seed)
  return plant(fresh)
}

/** Puts a project that holds the seed, and goes back to it at a reset, in the place of one. */
export async function startWithSeed(
  world: World,
  projects: Projects,
  project: () => Project,
  seed: SeedSource,
): Promise<Planted> {
  const empty = (): Project => {
    const { id, name, profile, keys } = project()
    return newProject({ id, name, profile, keys: [...keys.values()] })
  }
  const plant = await prepareSeedSource(world, empty(), seed)
  const fresh = empty()
  const planted = plant(fresh)
  const { id, name, profile, keys, database } = fresh
  projects.put({ id, name, profile, keys: [...keys.values()], base: database.capture() })
  return planted
}
