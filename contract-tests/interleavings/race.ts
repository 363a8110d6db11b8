import { ask, sameClock } from "../../src/contract/lock-step/ask.ts"
import type { Call, Walk } from "../../src/contract/lock-step/call.ts"
import { startComparing } from "../../src/contract/lock-step/comparing.ts"
import { type Finding, findingsOf } from "../../src/contract/lock-step/findings.ts"
import { loadRoutes } from "../../src/contract/lock-step/load-routes.ts"
import { placesOf } from "../../src/contract/lock-step/places.ts"
import { resolveCall } from "../../src/contract/lock-step/resolve-call.ts"
import type { Target } from "../../src/contract/replay.ts"
import type { SentStep, Step } from "../../src/contract/transcript.ts"
import { createTwins } from "../../src/contract/twins.ts"
import { withGate } from "./gate.ts"

/** When everything happens: time stands still, so that only the order of requests can make a difference. */
export const moment = Date.UTC(2030, 0, 1)

/** Requests of which some were under way at the same time. */
export interface Race {
  readonly before: readonly Step[]
  readonly together: readonly Step[]
  readonly after: readonly Step[]
}

const routes = await loadRoutes()
const places = placesOf("race", 1)
const nothing = createTwins([])
const span = { from: moment, to: moment }

/**
 * Sends calls to a server: one after the other, then some at the same time, then one after the other again.
 *
 * @param gate where those that are under way at the same time wait for each other.
 * @param runAll lets all that wait go on, in some order, until a promise is kept.
 */
export async function race(
  server: Target,
  calls: { readonly before: Walk; readonly together: Walk; readonly after: Walk },
  gate: () => Promise<unknown>,
  runAll: <T>(all: Promise<T>) => Promise<T>,
): Promise<Race> {
  const findings: Finding[] = []
  const bind = (call: Call) => resolveCall(call, { ...server, places, findings })
  const before: Step[] = []
  for (const call of calls.before) {
    const { sent, userId } = bind(call)
    const step = await send(server, sent)
    const model = routes.find(({ method, path }) => method === call.method && path === call.path)?.modelName
    findings.push(...findingsOf(step.answer, before.length, { model, userId }))
    before.push(step)
  }
  const sends = calls.together.map((call) => bind(call).sent)
  const together = await withGate(gate, () =>
    runAll(Promise.all(sends.map((sent) => gate().then(() => send(server, sent))))),
  )
  const after: Step[] = []
  for (const call of calls.after) after.push(await send(server, bind(call).sent))
  return { before, together, after }
}

async function send(server: Target, sent: SentStep): Promise<Step> {
  const { answer } = await ask(server, sent, nothing, sameClock)
  return { ...sent, at: moment, ms: 0, answer }
}

/** Whether a race came out as if its requests had come one after the other, in this order. */
export async function isAsInOrder(
  { before, after }: Race,
  order: readonly Step[],
  server: Target,
): Promise<boolean> {
  const comparing = startComparing(server, server, [])
  for (const step of [...before, ...order, ...after]) {
    comparing.begin()
    const { answer } = await ask(server, step, comparing.twins(), sameClock)
    if (comparing.compare(step, { answer, span }).length > 0) return false
  }
  return true
}

/** All orders of some items. */
export function* orders<T>(items: readonly T[]): Generator<readonly T[], void, undefined> {
  if (items.length === 0) yield []
  for (const [index, first] of items.entries()) {
    for (const rest of orders(items.toSpliced(index, 1))) yield [first, ...rest]
  }
}
