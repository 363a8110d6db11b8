import type { SeedTeam } from "../seed/seed-shape.ts"
import { type Change, defineFactory } from "./factory.ts"

/** A built team always has an ID. */
export type BuiltTeam = SeedTeam & { readonly $id: string }

/** Builds teams of seeds: `team-1`, `team-2`, … */
export const teamFactory = defineFactory(
  (sequence: number): BuiltTeam => ({ $id: `team-${sequence}`, name: `Team ${sequence}` }),
  {
    withPrefs:
      (prefs: NonNullable<SeedTeam["prefs"]>): Change<BuiltTeam> =>
      () => ({ prefs }),
  },
)
