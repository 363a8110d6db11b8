import type { Reason } from "../../profiles/reason.ts"
import { fits } from "../fits.ts"

/** What is looked at to find the reason of a change. */
export interface Explained {
  readonly route: string
  readonly at: string
  readonly answers: { readonly before: string; readonly after: string }
}

/** The first reason that fits. */
export function reasonFor(reasons: readonly Reason[], { route, at, answers }: Explained): Reason | undefined {
  return reasons.find(
    (reason) =>
      fitsAny(route, reason.route) &&
      fitsAny(at, reason.at) &&
      fitsAny(answers.before, reason.before) &&
      fitsAny(answers.after, reason.after),
  )
}

function fitsAny(text: string, patterns: readonly string[] | undefined): boolean {
  return patterns === undefined || patterns.some((pattern) => fits(text, pattern))
}
