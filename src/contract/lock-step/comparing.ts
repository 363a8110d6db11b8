import { compareAnswers } from "../compare-answers.ts"
import type { Difference } from "../comparison.ts"
import type { Target } from "../replay.ts"
import { sentTexts } from "../sent-texts.ts"
import type { Span } from "../timeline.ts"
import type { Step } from "../transcript.ts"
import { createTwins, type Twins } from "../twins.ts"
import type { TimedAnswer } from "./ask.ts"

/** A comparison that goes on while both servers are called: the emulator's answers stand in the place of recorded ones. */
export interface Comparing {
  /** The server's values for those of the emulator, as far as they were learnt. */
  twins(): Twins
  /** Begins with the next step, before it is sent. One that is not compared counts as never begun. */
  begin(): void
  /** Compares the server's answer with the emulator's; the last of several answers to one step counts. */
  compare(emulator: Step, server: TimedAnswer): readonly Difference[]
}

/** @param known values that differ from the start: the emulator's, and the server's. */
export function startComparing(
  emulator: Target,
  server: Target,
  known: readonly (readonly [emulator: string, server: string])[],
): Comparing {
  const steps: Step[] = []
  const sent = new Set<string>()
  const timeline = { recorded: [] as Span[], given: [] as Span[] }
  const transcript = {
    name,
    area: name,
    server: server.baseUrl,
    project: emulator.project,
    key: emulator.key,
    steps,
  }
  const { hostname } = new URL(server.baseUrl)
  let learnt = { twins: createTwins(known), dates: new Map<string, number>() }
  let draft = learnt
  let step = 0
  return {
    twins: () => learnt.twins,
    begin() {
      learnt = draft
      step = steps.length
    },
    compare(ours, theirs) {
      if (steps.length === step) for (const text of sentTexts(ours)) sent.add(text)
      steps[step] = ours
      timeline.recorded[step] = { from: ours.at, to: ours.at + ours.ms }
      timeline.given[step] = theirs.span
      draft = { twins: learnt.twins.copy(), dates: new Map(learnt.dates) }
      const known = { ...draft, transcript, step, sent, timeline, argon2Cost: server.argon2Cost, hostname }
      return compareAnswers(ours.answer, theirs.answer, known)
    },
  }
}

/** What a walk is called where recordings have the name of a scenario. */
const name = "lock-step"
