import { randomInt } from "node:crypto"
import type { JsonObject } from "../json-value.ts"
import { admitPolicies, admitProject } from "./admit-project.ts"
import type { Walk } from "./call.ts"
import { CannotCompare } from "./cannot-compare.ts"
import { changedSettings } from "./changed-settings.ts"
import type { LockStepOptions, LockStepResult } from "./lock-step-options.ts"
import { madeRecords } from "./made-records.ts"
import { patientFetch } from "./patient-fetch.ts"
import { placesOf } from "./places.ts"
import { type LockStep, runWalk } from "./run-walk.ts"
import { knownPairs, type ServerFacts, surveyServer } from "./survey.ts"
import { walkArbitrary } from "./walk-arbitrary.ts"
import { defaultAreas, walkableRoutes } from "./walkable-routes.ts"

/**
 * Sends random walks to an emulator and a server, call by call, until an answer differs; then looks for the shortest walk
 * whose answers differ. What it makes on the server it deletes again after each walk, also when it fails.
 */
export async function lockStep(options: LockStepOptions): Promise<LockStepResult> {
  const { fc, patience, workers, ledger = [], invariants = [], areas = defaultAreas } = options
  const base = `ls${randomInt(36 ** 6).toString(36)}`
  const server = { ...options.server, fetch: patientFetch(options.server.fetch, patience) }
  // Cleaning up goes on after an interruption.
  const unstoppable = { ...patience, signal: new AbortController().signal }
  const cleaner = { ...options.server, fetch: patientFetch(options.server.fetch, unstoppable) }
  const seed = options.seed ?? randomInt(2 ** 31)
  const accepted = new Set<string>()
  const called = new Map<string, number>()
  const left: string[] = []
  let [walks, calls, shrinks] = [0, 0, 0]
  let failure: readonly LockStep[] | undefined
  let trouble: unknown
  let version = ""
  let policies: readonly JsonObject[] = []
  const start = Date.now()
  const result = () => ({
    seed,
    version,
    walks,
    calls,
    routes: Object.fromEntries(called),
    accepted: [...accepted],
    left,
  })

  async function walkOnce(
    walk: Walk,
    facts: ServerFacts,
    known: ReturnType<typeof knownPairs>,
  ): Promise<boolean> {
    const made = madeRecords(cleaner, base, start, facts.clock)
    const settings = changedSettings(cleaner, policies)
    walks += 1
    if (failure !== undefined) shrinks += 1
    try {
      const steps = await runWalk(walk, {
        routes: options.routes,
        emulator: options.emulator(facts),
        server,
        places: placesOf(base, walks),
        known,
        clock: facts.clock,
        ledger,
        invariants,
        workers,
        signal: patience.signal,
        watch: {
          noteSent(sent) {
            made.noteSent(sent)
            settings.noteSent(sent)
          },
          noteAnswer: made.noteAnswer,
        },
      })
      calls += steps.length
      for (const { call } of steps) {
        const route = `${call.method} ${call.path}`
        called.set(route, (called.get(route) ?? 0) + 1)
      }
      for (const id of steps.flatMap((step) => step.accepted)) accepted.add(id)
      if ((steps.at(-1)?.differences ?? []).length === 0) return true
      failure = steps
      return false
    } finally {
      left.push(...(await made.deleteAll()), ...(await settings.restore()))
      options.onProgress?.({ walks, calls, isShrinking: failure !== undefined })
    }
  }

  try {
    const sharesProject = await admitProject(server, areas, options.allowNonEmpty ?? false)
    const routes = walkableRoutes(options.routes, { areas, without: options.without ?? [], sharesProject })
    const facts = await surveyServer(server, cleaner, `${base}probe`)
    version = facts.version
    const sample = options.emulator(facts)
    policies = await admitPolicies(server, sample, areas)
    const known = knownPairs(await surveyServer(sample, sample, `${base}probe`), facts)
    const property = fc.asyncProperty(walkArbitrary(fc, { routes, steps: options.steps }), async (walk) => {
      // After trouble, or when enough was tried, all that is left counts as the same, so that fast-check ends.
      if (trouble !== undefined || (failure !== undefined && shrinks >= options.shrinks)) return true
      try {
        return await walkOnce(walk, facts, known)
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
