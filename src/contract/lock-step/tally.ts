import type { Call } from "./call.ts"
import type { LockStepResult } from "./lock-step-options.ts"
import type { LockStep } from "./run-walk.ts"

/** What is counted in a run, whatever comes of it. */
type Counts = Pick<
  LockStepResult,
  "walks" | "calls" | "routes" | "accepted" | "left" | "leftOut" | "unsteady" | "unanswered"
>

/** Counts while a run goes on. */
export interface Tally {
  counts(): Counts
  /** A walk begins; returns its number, from 1. */
  begin(): number
  noteSteps(steps: readonly LockStep[]): void
  noteLeftOut(call: Pick<Call, "method" | "path">, reason: string): void
  noteLeft(paths: readonly string[]): void
  noteUnsteady(steps: readonly LockStep[]): void
  noteUnanswered(reason: string): void
}

export function startTally(): Tally {
  const routes = new Map<string, number>()
  const leftOut = new Map<string, number>()
  const accepted = new Set<string>()
  const lists = { left: [] as string[], unsteady: [] as string[], unanswered: [] as string[] }
  let [walks, calls] = [0, 0]
  return {
    counts: () => ({
      walks,
      calls,
      routes: Object.fromEntries(routes),
      accepted: [...accepted],
      leftOut: Object.fromEntries(leftOut),
      left: [...lists.left],
      unsteady: [...lists.unsteady],
      unanswered: [...lists.unanswered],
    }),
    begin() {
      walks += 1
      return walks
    },
    noteSteps(steps) {
      calls += steps.length
      for (const { call } of steps) increase(routes, routeName(call))
      for (const id of steps.flatMap((step) => step.accepted)) accepted.add(id)
    },
    noteLeftOut(call, reason) {
      increase(leftOut, `${routeName(call)}: ${reason}`)
    },
    noteLeft(paths) {
      lists.left.push(...paths)
    },
    noteUnsteady(steps) {
      const last = steps.at(-1)
      if (last === undefined) return
      const reasons = last.differences.map(({ path, reason }) => `${path}: ${reason}`)
      lists.unsteady.push(`${routeName(last.call)}: ${reasons.join("; ")}`)
    },
    noteUnanswered(reason) {
      lists.unanswered.push(reason)
    },
  }
}

function routeName({ method, path }: Pick<Call, "method" | "path">): string {
  return `${method} ${path}`
}

function increase(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
