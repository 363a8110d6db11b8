import type { Rules } from "../profiles/rules.ts"
import type { Settings } from "../project/settings.ts"
import { SeedError } from "./seed-error.ts"
import { type ReadSeed, type Seed, seedShape } from "./seed-shape.ts"
import { changedSettings } from "./settings-shape.ts"
import { newReading, type Reading } from "./shapes/reading.ts"

/** A seed whose form was checked, and the settings that the project will have. */
export interface CheckedSeed {
  readonly seed: ReadSeed
  readonly settings: Settings
  /** Where further problems are noted. */
  readonly reading: Reading
}

/** Where a seed is to go. */
export interface SeedPlace {
  readonly projectId: string
  readonly settings: Settings
  readonly rules: Rules
  /** Milliseconds since the epoch. */
  readonly now: number
  /** File that the seed comes from, for its errors. */
  readonly source: string | undefined
}

/**
 * Reads a seed under the rules of the API's parameters.
 * @throws SeedError for all that is wrong with the seed itself.
 */
export async function readSeed(written: Seed, { source, ...place }: SeedPlace): Promise<CheckedSeed> {
  // Whether a password will do depends on settings that may stand in the same seed: these are read first.
  const draft = seedShape.read(onlySettings(written), newReading(place))
  const changed = changedSettings(place.settings, draft?.settings, place.now)
  const reading = newReading({ ...place, settings: changed })
  const seed = seedShape.read(written, reading)
  await reading.settle()
  if (seed === undefined || reading.count > 0) throw new SeedError(source, reading.problems, reading.count)
  return { seed, settings: changed, reading }
}

const onlySettings = (written: Seed): Seed => ({ settings: written?.settings })
