import type { JsonObject } from "../json-value.ts"
import type { Target } from "../replay.ts"
import type { ClockOffset } from "./ask.ts"
import type { Walk } from "./call.ts"
import { changedSettings } from "./changed-settings.ts"
import type { LockStepOptions } from "./lock-step-options.ts"
import { madeRecords } from "./made-records.ts"
import { measureClock } from "./measure-clock.ts"
import { placesOf } from "./places.ts"
import { type LockStep, runWalk, type WorkerTimes } from "./run-walk.ts"
import { knownPairs, type ServerFacts } from "./survey.ts"
import type { Tally } from "./tally.ts"

/** What all walks of a run have in common. */
export interface Ground {
  readonly options: LockStepOptions
  /** Begins every ID that the run chooses. */
  readonly base: string
  readonly server: Target
  /** The same server, called also after an interruption. */
  readonly cleaner: Target
  readonly facts: ServerFacts
  /** What the emulator answers where the server answers `facts`. */
  readonly emulatorFacts: ServerFacts
  /** Those of the project before the run. */
  readonly policies: readonly JsonObject[]
  /** Whether the project has users or teams of others. */
  readonly sharesProject: boolean
  readonly tally: Tally
}

/** Walks; what that makes on the server is deleted again, also when it fails. */
export type CleanWalk = (walk: Walk, workers: WorkerTimes) => Promise<readonly LockStep[]>

const minute = 60_000

export function cleanWalks(ground: Ground): CleanWalk {
  const { options, base, server, cleaner, facts, policies, sharesProject, tally } = ground
  const start = Date.now()
  const known = knownPairs(ground.emulatorFacts, facts)
  const clock = currentClock(ground)
  return async (walk, workers) => {
    const number = tally.begin()
    const offset = await clock(number)
    const made = madeRecords(cleaner, { prefix: base, start, offset, sharesProject })
    const settings = changedSettings(cleaner, policies)
    try {
      const steps = await runWalk(walk, {
        routes: options.routes,
        emulator: options.emulator(facts),
        server,
        places: placesOf(base, number),
        known,
        clock: offset,
        ledger: options.ledger ?? [],
        invariants: options.invariants ?? [],
        workers,
        changesSettings: options.areas?.includes("project") ?? false,
        signal: options.patience.signal,
        watch: {
          noteSent(sent) {
            made.noteSent(sent)
            settings.noteSent(sent)
          },
          noteAnswer: made.noteAnswer,
          noteLeftOut: tally.noteLeftOut,
        },
      })
      tally.noteSteps(steps)
      return steps
    } catch (error) {
      made.noteLost()
      throw error
    } finally {
      tally.noteLeft([...(await made.deleteAll()), ...(await settings.restore())])
    }
  }
}

/** How far the server's clock is ahead now, measured anew once a minute. */
function currentClock({ base, server, cleaner, facts }: Ground): (walk: number) => Promise<ClockOffset> {
  let offset = facts.clock
  let measured = Date.now()
  return async (walk) => {
    if (Date.now() - measured > minute) {
      offset = await measureClock(server, cleaner, `${base}clock${walk}`)
      measured = Date.now()
    }
    return offset
  }
}
