import { randomInt } from "node:crypto"
import { Unanswered } from "../unanswered.ts"
import { admitPolicies, admitProject } from "./admit-project.ts"
import type { Walk } from "./call.ts"
import { CannotCompare } from "./cannot-compare.ts"
import { type CleanWalk, cleanWalks } from "./clean-walk.ts"
import { logRoutes } from "./late-logs.ts"
import type { LockStepOptions, LockStepResult } from "./lock-step-options.ts"
import { patientFetch } from "./patient-fetch.ts"
import type { LockStep } from "./run-walk.ts"
import { isSteady, longerTimes } from "./steady-failure.ts"
import { surveyServer } from "./survey.ts"
import { startTally, type Tally } from "./tally.ts"
import { walkArbitrary } from "./walk-arbitrary.ts"
import { defaultAreas, walkableRoutes } from "./walkable-routes.ts"

/** So many walks one after the other that the server has not answered to the end say that it is not well. */
const mostUnanswered = 3

/**
 * Sends random walks to an emulator and a server, call by call, until an answer differs; then looks for the shortest walk
 * whose answers differ. What it makes on the server it deletes again after each walk, also when it fails.
 */
export async function lockStep(options: LockStepOptions): Promise<LockStepResult> {
  const { fc, patience } = options
  const seed = options.seed ?? randomInt(2 ** 31)
  const tally = startTally()
  let version = ""
  let trouble: unknown
  let failure: readonly LockStep[] | undefined
  const result = () => ({ seed, version, ...tally.counts() })
  try {
    const { walk, routes, version: found } = await prepare(options, tally)
    version = found
    const isSame = sameness(walk, options, tally)
    let shrinks = 0
    const property = fc.asyncProperty(walkArbitrary(fc, { routes, steps: options.steps }), async (calls) => {
      // After trouble, or when enough was tried, all that is left counts as the same, so that fast-check ends.
      if (trouble !== undefined || (failure !== undefined && shrinks >= options.shrinks)) return true
      if (failure !== undefined) shrinks += 1
      try {
        if (patience.signal.aborted) throw new CannotCompare("The run was interrupted.")
        const failed = await isSame(calls)
        failure = failed ?? failure
        options.onProgress?.({ ...tally.counts(), isShrinking: failure !== undefined })
        return failed === undefined
      } catch (error) {
        trouble = error
        return true
      }
    })
    const { counterexamplePath } = await fc.check(property, {
      seed,
      numRuns: options.runs,
      ...(options.path !== undefined && { path: options.path }),
    })
    if (trouble !== undefined) throw trouble
    if (failure === undefined) return { outcome: "same", ...result() }
    return { outcome: "different", path: counterexamplePath ?? "", steps: failure, ...result() }
  } catch (error) {
    if (!(error instanceof CannotCompare)) throw error
    return { outcome: "not compared", reason: error.message, ...result() }
  }
}

/** Looks at the server, and whether it may be used. */
async function prepare(options: LockStepOptions, tally: Tally) {
  const { patience, workers, areas = defaultAreas, without = [] } = options
  const base = `ls${randomInt(36 ** 6).toString(36)}`
  const server = { ...options.server, fetch: patientFetch(options.server.fetch, patience) }
  // Cleaning up goes on after an interruption, and may be done twice.
  const unstoppable = { ...patience, signal: new AbortController().signal }
  const cleaner = { ...options.server, fetch: patientFetch(options.server.fetch, unstoppable, () => true) }
  const sharesProject = await admitProject(server, areas, options.allowNonEmpty ?? false)
  const facts = await surveyServer(server, cleaner, `${base}probe`, { ...patience, ...workers })
  const sample = options.emulator(facts)
  const policies = await admitPolicies(server, sample, areas)
  const emulatorFacts = await surveyServer(sample, sample, `${base}probe`, { ...patience, ...workers })
  const late = facts.logsAreLate ? logRoutes : []
  for (const route of late) {
    const [method = "", path = ""] = route.split(" ")
    tally.noteLeftOut({ method, path }, "its entries come later than is waited for")
  }
  return {
    walk: cleanWalks({
      options,
      base,
      server,
      cleaner,
      facts,
      emulatorFacts,
      policies,
      sharesProject,
      tally,
    }),
    routes: walkableRoutes(options.routes, { areas, without: [...without, ...late], sharesProject }),
    version: facts.version,
  }
}

/**
 * Tells whether both servers answer a walk the same: gives back the steps of one whose last differs, each time that it is
 * tried. What differs only once is noted, and so are walks that could not be ended.
 */
function sameness(walk: CleanWalk, { workers }: LockStepOptions, tally: Tally) {
  let unanswered = 0
  const differs = (steps: readonly LockStep[]) => (steps.at(-1)?.differences ?? []).length > 0
  return async (calls: Walk): Promise<readonly LockStep[] | undefined> => {
    try {
      const steps = await walk(calls, workers)
      unanswered = 0
      if (!differs(steps)) return undefined
      if (await isSteady(steps, () => walk(calls, longerTimes(workers)))) return steps
      tally.noteUnsteady(steps)
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      unanswered += 1
      tally.noteUnanswered(error.message)
      if (unanswered >= mostUnanswered) throw error
    }
    return undefined
  }
}
