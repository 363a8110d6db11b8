import { setImmediate } from "node:timers/promises"
import type { Difference } from "../comparison.ts"
import { type LedgerEntry, settle } from "../ledger.ts"
import type { Target } from "../replay.ts"
import type { SentStep, Step } from "../transcript.ts"
import { createTwins } from "../twins.ts"
import { ask, type ClockOffset, sameClock } from "./ask.ts"
import type { Call, Route, Walk } from "./call.ts"
import { startComparing } from "./comparing.ts"
import { type Finding, findingsOf } from "./findings.ts"
import { brokenInvariants, type Invariant } from "./invariant.ts"
import type { Places } from "./places.ts"
import { resolveCall } from "./resolve-call.ts"
import { translateStep } from "./translate-step.ts"
import { wait } from "./wait.ts"

/** What a walk needs besides its calls. */
export interface WalkSetting {
  readonly routes: readonly Route[]
  readonly emulator: Target
  readonly server: Target
  readonly places: Places
  /** Values that differ from the start: the emulator's, and the server's. */
  readonly known: readonly (readonly [emulator: string, server: string])[]
  /** How far the server's clock is ahead. */
  readonly clock: ClockOffset
  readonly ledger: readonly LedgerEntry[]
  readonly invariants: readonly Invariant[]
  /** How long the server's workers are waited for, in milliseconds: until reads say the same, and after deletions. */
  readonly workers: { readonly reads: number; readonly deletions: number }
  /** Ends what is under way. */
  readonly signal: AbortSignal
  /** Is told what is sent to the server, and what a step that writes has brought. */
  readonly watch: {
    noteSent(sent: SentStep): void
    noteAnswer(findings: readonly Finding[]): void
  }
}

/** A call as both have seen it. */
export interface LockStep {
  readonly call: Call
  /** As the emulator got and answered it. */
  readonly emulator: Step
  /** As the server got and answered it. */
  readonly server: Step
  /** What it took from earlier answers of the emulator. */
  readonly taken: readonly Finding[]
  readonly differences: readonly Difference[]
  /** IDs of the ledger's entries that excuse a difference. */
  readonly accepted: readonly string[]
}

const pollEvery = 250
const nothing = createTwins([])

/**
 * Walks: each call goes to the emulator and then to the server, and the server's answer is compared with the
 * emulator's, under the rules of recordings. The first step that differs is the last one.
 *
 * @throws CannotCompare
 */
export async function runWalk(walk: Walk, setting: WalkSetting): Promise<readonly LockStep[]> {
  const { emulator, server, clock, workers, signal, watch } = setting
  const comparing = startComparing(emulator, server, setting.known)
  const findings: Finding[] = []
  const steps: LockStep[] = []
  for (const [index, call] of walk.entries()) {
    const { sent, taken, userId } = resolveCall(call, { ...emulator, places: setting.places, findings })
    comparing.begin(sent)
    const serverSent = translateStep(sent, comparing.twins())
    watch.noteSent(serverSent)
    await nextMillisecond()
    const ours = toStep(sent, await ask(emulator, sent, nothing, sameClock))
    let theirs = await ask(server, sent, comparing.twins(), clock)
    let judged = judge(call, comparing.compare(ours, theirs), setting.ledger)
    // Workers act later: what is only read may still become the same.
    for (let waited = 0; isWorthWaiting(call, judged) && waited < workers.reads; waited += pollEvery) {
      await wait(pollEvery, signal)
      const { answer, span } = await ask(server, sent, comparing.twins(), clock)
      theirs = { answer, span: { from: theirs.span.from, to: span.to } }
      judged = judge(call, comparing.compare(ours, theirs), setting.ledger)
    }
    const asked = { model: modelOf(call, setting.routes), userId }
    findings.push(...findingsOf(ours.answer, index, asked))
    if (call.method !== "GET") watch.noteAnswer(findingsOf(theirs.answer, index, asked))
    const step = { call, emulator: ours, server: toStep(serverSent, theirs), taken, ...judged }
    const exchanges = [...steps, step].map(({ server: { answer, ...request } }) => ({
      sent: request,
      answer,
    }))
    const broken = brokenInvariants(setting.invariants, exchanges)
    steps.push({ ...step, differences: [...step.differences, ...broken] })
    if (step.differences.length + broken.length > 0) return steps
    if (call.method === "DELETE" && theirs.answer.status < 300) await wait(workers.deletions, signal)
  }
  return steps
}

/** So that two changes of one record never happen in one millisecond on one side only. */
async function nextMillisecond(): Promise<void> {
  const now = Date.now()
  while (Date.now() === now) await setImmediate()
}

function toStep(sent: SentStep, { answer, span }: Awaited<ReturnType<typeof ask>>): Step {
  return { ...sent, at: span.from, ms: span.to - span.from, answer }
}

type Judged = Pick<LockStep, "differences" | "accepted">

function judge(call: Call, differences: readonly Difference[], ledger: readonly LedgerEntry[]): Judged {
  const { method, path } = call
  const step = { transcript: "lock-step", area: "lock-step", index: 0, method, path, differences }
  const [settled] = settle([step], ledger)
  return {
    differences: settled?.differences ?? differences,
    accepted: settled?.accepted.map(({ entry }) => entry) ?? [],
  }
}

function isWorthWaiting({ method }: Call, { differences }: Judged): boolean {
  return method === "GET" && differences.length > 0
}

function modelOf({ method, path }: Call, routes: readonly Route[]): string | undefined {
  return routes.find((route) => route.method === method && route.path === path)?.modelName
}
