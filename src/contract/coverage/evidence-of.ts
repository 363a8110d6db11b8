import {
  answerName,
  type EvidenceTable,
  NO_ROUTE,
  type RouteEvidence,
} from "../../evidence/evidence-table.ts"
import { isAbout, type LedgerEntry } from "../ledger.ts"

import { type Step, type Transcript, versionOf } from "../transcript.ts"
import { type RoutePattern, routeFinder, routeName } from "./route-of.ts"

/** What recordings of one server version hold, by route; routes in the order in which they are given. */
export function evidenceOf(
  transcripts: readonly Transcript[],
  routes: readonly RoutePattern[],
  ledger: readonly LedgerEntry[],
): EvidenceTable {
  const routeOf = routeFinder(routes)
  const recorded = new Map<string, { transcript: Transcript; step: Step }[]>()
  for (const transcript of transcripts) {
    for (const step of transcript.steps) {
      const route = routeOf(step.method, step.path)
      const name = route === undefined ? NO_ROUTE : routeName(route)
      recorded.set(name, [...(recorded.get(name) ?? []), { transcript, step }])
    }
  }
  const names = [...routes.map(routeName), NO_ROUTE].filter((name) => recorded.has(name))
  return {
    version: transcripts[0] === undefined ? "" : versionOf(transcripts[0]),
    routes: Object.fromEntries(names.map((name) => [name, summary(recorded.get(name) ?? [], ledger)])),
  }
}

/** Whether a transcript is a random walk. */
export function isWalk({ area }: Pick<Transcript, "area">): boolean {
  return area.endsWith("walks")
}

type Recorded = readonly { readonly transcript: Transcript; readonly step: Step }[]

function summary(steps: Recorded, ledger: readonly LedgerEntry[]): RouteEvidence {
  const clear = steps.filter(
    ({ transcript, step }) =>
      !ledger.some((entry) =>
        isAbout(entry, { ...step, transcript: transcript.name, version: versionOf(transcript) }),
      ),
  )
  const answers = answersOf(steps)
  const undisputed = new Set(answersOf(clear))
  return {
    steps: steps.length,
    walked: steps.filter(({ transcript }) => isWalk(transcript)).length,
    recorded: dayOf(Math.max(...steps.map(({ step }) => step.at))),
    answers,
    accepted: answers.filter((answer) => !undisputed.has(answer)),
  }
}

function answersOf(steps: Recorded): readonly string[] {
  const names = steps.map(({ step }) => answerName(step.answer.status, step.answer.body))
  return [...new Set(names)].sort()
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}
