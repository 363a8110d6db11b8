import type { Project } from "../project/project.ts"
import type { World } from "../world.ts"
import { prepareSeed } from "./plant-seed.ts"
import type { Planted } from "./planted.ts"
import { readSeedFile } from "./read-seed-file.ts"
import type { Seed } from "./seed-shape.ts"

/** A seed, or the path of a file that holds one. */
export type SeedSource = Seed | string

/**
 * Reads and prepares a seed, wherever it comes from.
 * @returns stores it.
 * @throws SeedError
 */
export async function prepareSeedSource(
  world: World,
  project: Pick<Project, "id" | "settings" | "profile">,
  seed: SeedSource,
): Promise<(project: Project) => Planted> {
  if (typeof seed !== "string") return prepareSeed(world, project, seed)
  return prepareSeed(world, project, await readSeedFile(seed), { source: seed })
}
