import { readAnswer } from "./answer.ts"
import { compareAnswers } from "./compare-answers.ts"
import type { Difference } from "./comparison.ts"
import { type ReadOutbox, toRequest } from "./request.ts"
import { sentTexts } from "./sent-texts.ts"
import type { Span } from "./timeline.ts"
import { type Transcript, versionOf } from "./transcript.ts"
import { createTwins } from "./twins.ts"

/** A server that a transcript is replayed against: one empty project of it, and a key with every scope. */
export interface Target {
  /** URL that the recorded paths begin at, `/v1` included, without a slash at the end. */
  readonly baseUrl: string
  readonly project: string
  readonly key: string
  fetch(request: Request): Promise<Response>
  /** What messages brought, where they can be read: no real server lets one. */
  readonly outbox?: ReadOutbox
  /**
   * Sets the server's clock, in milliseconds since the epoch. With it every step happens at its recorded
   * moment; without it dates are compared by their distance from the real moments.
   */
  setClock?(at: number): void | Promise<void>
  /** What the server spends on Argon2, as its hashes state it (`m=8,t=1,p=1`); by default what was recorded. */
  readonly argon2Cost?: string
}

/** A step's outcome: no differences means the same answer. */
export interface ComparedStep {
  readonly transcript: string
  readonly area: string
  /** Version of the server that was recorded, such as `1.9.6`; undefined when it is not known. */
  readonly version?: string
  readonly index: number
  readonly method: string
  /** As recorded. */
  readonly path: string
  readonly differences: readonly Difference[]
}

/**
 * Sends a transcript's requests to a target, in order, and compares every answer with the recorded one.
 *
 * @param now the real time in milliseconds since the epoch.
 */
export async function replay(
  transcript: Transcript,
  target: Target,
  now: () => number = Date.now,
): Promise<readonly ComparedStep[]> {
  const twins = createTwins([
    // In lower case it stands in the names of cookies.
    [transcript.project.toLowerCase(), target.project.toLowerCase()],
    [transcript.project, target.project],
    [transcript.key, target.key],
  ])
  const sent = new Set<string>()
  const given: Span[] = []
  const recorded = transcript.steps.map(({ at, ms }) => ({ from: at, to: at + ms }))
  const { argon2Cost } = target
  const known = { transcript, twins, sent, dates: new Map<string, number>(), argon2Cost }
  const hostname = new URL(target.baseUrl).hostname
  const version = versionOf(transcript)
  const compared: ComparedStep[] = []
  for (const [index, step] of transcript.steps.entries()) {
    for (const text of sentTexts(step)) sent.add(text)
    await target.setClock?.(step.at)
    const start = now()
    const from = target.setClock ? step.at : start
    const response = await target.fetch(await toRequest(step, twins, target.baseUrl, from, target.outbox))
    const answer = await readAnswer(response)
    given.push({ from, to: from + (now() - start) })
    const comparison = { ...known, hostname, step: index, timeline: { recorded, given } }
    const differences = compareAnswers(step.answer, answer, comparison)
    const { name, area } = transcript
    const { method, path } = step
    compared.push({ transcript: name, area, version, index, method, path, differences })
  }
  return compared
}
