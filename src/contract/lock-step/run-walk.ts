import { setTimeout } from "node:timers/promises"
import type { Difference } from "../comparison.ts"
import { type LedgerEntry, settle } from "../ledger.ts"
import type { Target } from "../replay.ts"
import type { SentStep, Step } from "../transcript.ts"
import { createTwins } from "../twins.ts"
import { ask, type ClockOffset, sameClock, type TimedAnswer } from "./ask.ts"
import type { Call, Route, Walk } from "./call.ts"
import { type Comparing, startComparing } from "./comparing.ts"
import { type Finding, findingsOf } from "./findings.ts"
import { brokenInvariants, type Invariant } from "./invariant.ts"
import { isLastComparable } from "./last-comparable.ts"
import { leftOutBecause } from "./left-out.ts"
import { RateLimited } from "./patient-fetch.ts"
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
  readonly workers: WorkerTimes
  /** Whether walks change what a project allows. */
  readonly changesSettings: boolean
  /** Ends what is under way. */
  readonly signal: AbortSignal
  readonly watch: WalkWatch
}

/** How long the server's workers are waited for, in milliseconds: until reads say the same, and after deletions. */
export interface WorkerTimes {
  readonly reads: number
  readonly deletions: number
}

/** Is told what happens on the way. */
interface WalkWatch {
  /** What is sent to the server. */
  noteSent(sent: SentStep): void
  /** What a step that writes has brought. */
  noteAnswer(findings: readonly Finding[]): void
  /** That a call is not compared, and why: the server has not carried it out, and the emulator never hears of it. */
  noteLeftOut(call: Call, reason: string): void
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
 * Walks: each call goes to the server and then to the emulator, and the server's answer is compared with the
 * emulator's, under the rules of recordings. The first step that differs is the last one.
 *
 * @throws CannotCompare
 */
export async function runWalk(walk: Walk, setting: WalkSetting): Promise<readonly LockStep[]> {
  const { emulator, server, workers, signal, watch } = setting
  const comparing = startComparing(emulator, server, setting.known)
  const findings: Finding[] = []
  const steps: LockStep[] = []
  let last = 0
  for (const call of walk) {
    const resolved = resolveCall(call, { ...emulator, places: setting.places, findings })
    const { sent, taken, userId } = resolved
    comparing.begin()
    const serverSent = translateStep(sent, comparing.twins())
    watch.noteSent(serverSent)
    await millisecondAfter(last)
    const first = await answerOf(call, sent, setting, comparing)
    if (first === undefined) continue
    const ours = toStep(sent, await ask(emulator, sent, nothing, sameClock))
    last = Date.now()
    const judged = await judgeInTime(call, ours, first, setting, comparing)
    const { answer } = judged.theirs
    const asked = { model: routeOf(call, setting.routes)?.modelName, userId }
    findings.push(...findingsOf(ours.answer, steps.length, asked))
    if (call.method !== "GET") watch.noteAnswer(findingsOf(answer, steps.length, asked))
    const step = { call, emulator: ours, server: toStep(serverSent, judged.theirs), taken }
    const broken = brokenBy(setting.invariants, [...steps, step])
    const differences = [...judged.differences, ...broken]
    steps.push({ ...step, differences, accepted: judged.accepted })
    if (differences.length > 0 || isLastComparable(resolved)) return steps
    if (call.method === "DELETE" && answer.status < 300) await wait(workers.deletions, signal)
  }
  return steps
}

/** So that two changes of one record never happen in one millisecond on one side only. */
async function millisecondAfter(last: number): Promise<void> {
  while (Date.now() <= last) await setTimeout(1)
}

/** The server's answer; undefined when the call has to be left out. */
async function answerOf(
  call: Call,
  sent: SentStep,
  { server, clock, routes, changesSettings, watch }: WalkSetting,
  comparing: Comparing,
): Promise<TimedAnswer | undefined> {
  try {
    const timed = await ask(server, sent, comparing.twins(), clock)
    const route = routeOf(call, routes)
    const reason = route && leftOutBecause(call, route, timed.answer, changesSettings)
    if (reason === undefined) return timed
    watch.noteLeftOut(call, reason)
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error
    watch.noteLeftOut(call, "the server limits how often it may be called")
  }
  return undefined
}

type Judged = Pick<LockStep, "differences" | "accepted">

/** Compares answers. Workers act later: what is only read may still become the same. */
async function judgeInTime(
  call: Call,
  ours: Step,
  first: TimedAnswer,
  { server, clock, ledger, workers, signal }: WalkSetting,
  comparing: Comparing,
): Promise<Judged & { readonly theirs: TimedAnswer }> {
  let theirs = first
  let judged = judge(call, comparing.compare(ours, theirs), ledger)
  const mayChange = call.method === "GET"
  for (let waited = 0; mayChange && judged.differences.length > 0 && waited < workers.reads; ) {
    await wait(pollEvery, signal)
    waited += pollEvery
    const { answer, span } = await ask(server, ours, comparing.twins(), clock)
    theirs = { answer, span: { from: theirs.span.from, to: span.to } }
    judged = judge(call, comparing.compare(ours, theirs), ledger)
  }
  return { ...judged, theirs }
}

function toStep(sent: SentStep, { answer, span }: TimedAnswer): Step {
  return { ...sent, at: span.from, ms: span.to - span.from, answer }
}

function judge(call: Call, differences: readonly Difference[], ledger: readonly LedgerEntry[]): Judged {
  const { method, path } = call
  const step = { transcript: "lock-step", area: "lock-step", index: 0, method, path, differences }
  const [settled] = settle([step], ledger)
  return {
    differences: settled?.differences ?? differences,
    accepted: settled?.accepted.map(({ entry }) => entry) ?? [],
  }
}

function brokenBy(invariants: readonly Invariant[], steps: readonly Pick<LockStep, "server">[]) {
  if (invariants.length === 0) return []
  const exchanges = steps.map(({ server: { answer, ...sent } }) => ({ sent, answer }))
  return brokenInvariants(invariants, exchanges)
}

function routeOf({ method, path }: Call, routes: readonly Route[]): Route | undefined {
  return routes.find((route) => route.method === method && route.path === path)
}
