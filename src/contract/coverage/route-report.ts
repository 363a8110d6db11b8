import type { SettledStep } from "../ledger.ts"
import { count } from "../report.ts"
import type { Transcript } from "../transcript.ts"
import { isWalk } from "./evidence-of.ts"
import type { LockStepRun } from "./lock-step-runs.ts"
import { type RoutePattern, routeFinder, routeName } from "./route-of.ts"

/** What is known of one route, on axes that are never summed into one score. */
export interface RouteReport {
  /** As declared: `PATCH /users/:userId/email`. */
  readonly route: string
  /** Methods of an official client that call it. */
  readonly sdk: readonly string[]
  /** Recorded steps, and the day of the last one; null where there is none. */
  readonly recorded: { readonly steps: number; readonly last: string | null }
  /** Of the recorded steps: answered the same, the same but for accepted differences, otherwise. */
  readonly replayed: { readonly same: number; readonly accepted: number; readonly different: number }
  /** Of the recorded steps: those of random walks. */
  readonly walked: number
  /** The last lock-step run that called the route; null where there is none. */
  readonly lockStepped: { readonly date: string; readonly server: string; readonly steps: number } | null
}

/** All that a report is made from. */
export interface ReportSources {
  /** The declared endpoints. */
  readonly routes: readonly RoutePattern[]
  readonly sdkCalls: Readonly<Record<string, readonly string[]>>
  readonly transcripts: readonly Transcript[]
  /** The steps of these transcripts, replayed and settled with the ledger. */
  readonly steps: readonly SettledStep[]
  readonly lockStepRuns: readonly LockStepRun[]
}

/** A report on every declared route, in the order in which they are given. */
export function reportRoutes({
  routes,
  sdkCalls,
  transcripts,
  steps,
  lockStepRuns,
}: ReportSources): readonly RouteReport[] {
  const routeOf = routeFinder(routes)
  const recorded = transcripts.flatMap((transcript) =>
    transcript.steps.map((step) => ({ transcript, at: step.at, route: routeOf(step.method, step.path) })),
  )
  const replayed = steps.map((step) => ({ step, route: routeOf(step.method, step.path) }))
  return routes.map((route) => {
    const name = routeName(route)
    const own = recorded.filter((step) => step.route === route)
    const { same, accepted, different } = count(
      name,
      replayed.filter((step) => step.route === route).map(({ step }) => step),
    )
    const last = own.length === 0 ? null : dayOf(Math.max(...own.map(({ at }) => at)))
    return {
      route: name,
      sdk: sdkCalls[name] ?? [],
      recorded: { steps: own.length, last },
      replayed: { same, accepted, different },
      walked: own.filter(({ transcript }) => isWalk(transcript)).length,
      lockStepped: lastRun(lockStepRuns, name),
    }
  })
}

const DAY = 24 * 3600 * 1000

/**
 * The recordings that are older than so many days, with the day on which they were made.
 * @param now milliseconds since the epoch.
 */
export function staleTranscripts(
  transcripts: readonly Transcript[],
  maxAge: number,
  now: number,
): readonly { readonly transcript: string; readonly recorded: string }[] {
  return transcripts.flatMap(({ name, steps }) => {
    const at = steps[0]?.at ?? 0
    return now - at > maxAge * DAY ? [{ transcript: name, recorded: dayOf(at) }] : []
  })
}

function lastRun(runs: readonly LockStepRun[], route: string): RouteReport["lockStepped"] {
  const own = runs.filter(({ routes }) => (routes[route] ?? 0) > 0)
  const last = own.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1)
  return last === undefined
    ? null
    : { date: last.date.slice(0, 10), server: last.server, steps: last.routes[route] ?? 0 }
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}
