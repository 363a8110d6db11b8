import fc from "fast-check"
import { brokenInvariants } from "./broken-invariants.ts"
import { exchange } from "./exchange.ts"
import { pollution } from "./pollution.ts"
import { smallestFailure } from "./smallest-failure.ts"
import type { Ground, Target, TargetName } from "./target.ts"
import { isComplete, type WireRequest } from "./wire-request.ts"

/** What a batch of requests saw. */
interface BatchReport {
  /** How many answers had which status, and how many requests were of which kind. */
  readonly statuses: readonly number[]
  readonly kinds: readonly string[]
  /** The kinds of requests that were answered with success. */
  readonly wellAnswered: readonly string[]
  /** What was wrong, in words, each with how to see it again. */
  readonly findings: readonly string[]
}

/** A target with an emulator under fire. */
export interface Field {
  readonly name: TargetName
  /** Sends so many requests; the same seed brings the same ones. */
  fire(seed: number, requests: number): Promise<BatchReport>
  /** Lets go of all that it holds on purpose. */
  empty(): void
  close(): Promise<void>
}

const AT_ONCE = 16

/** Opens a target. */
export async function openField<R>(target: Target<R>, fieldSeed: number): Promise<Field> {
  const ground = await target.start(fieldSeed)
  return {
    name: target.name,
    async fire(seed, requests) {
      const batch = fc.sample(target.requests, { numRuns: requests, seed })
      const again = `npm run fuzz -- --target ${target.name} --requests ${requests} --seed ${seed}`
      const statuses: number[] = []
      const wellAnswered: string[] = []
      const findings: string[] = []
      await ground.prepare()
      for (let first = 0; first < batch.length; first += AT_ONCE) {
        // What is sent depends on earlier answers, so these are heard in the order of the requests.
        const group = batch
          .slice(first, first + AT_ONCE)
          .map((request, place) => ({ request, index: first + place, sent: ground.bytesOf(request) }))
        const outcomes = await Promise.all(
          group.map(async (one) => ({ ...one, ...(await sendOne(target, ground, one.request, one.sent)) })),
        )
        for (const { request, index, sent, answers, wrong } of outcomes) {
          if (answers.some(({ status }) => status < 400)) wellAnswered.push(...target.kindsOf(request))
          statuses.push(...answers.map(({ status }) => status))
          for (const answer of answers) ground.learn(answer)
          if (wrong.length === 0) continue
          const smallest = await smallestFailure(target, seed, index)
          findings.push([...wrong, shownRequest(sent), smallest, `The batch: ${again}`].join("\n"))
        }
      }
      for (const wrong of unsound(ground)) findings.push(`${wrong}\nThe batch: ${again}`)
      return { statuses, kinds: batch.flatMap(target.kindsOf), wellAnswered, findings }
    },
    empty() {
      for (const id of ground.emulator.projectIds()) ground.emulator.project(id).reset()
      ground.emulator.log.clear()
    },
    close: ground.emulator.close,
  }
}

/** Sends one request, and says what is wrong with what comes of it. */
export async function sendOne<R>(target: Target<R>, ground: Ground<R>, request: R, sent: WireRequest) {
  const delivery = target.deliveryOf(request)
  const expectsAnswer = isComplete(delivery) && target.isWellFramed(request)
  const { answers, hung } = await exchange(ground.port, delivery, sent, expectsAnswer)
  const wrong = [
    ...(hung ? ["nothing came in time"] : []),
    ...(!hung && answers.length === 0 && expectsAnswer ? ["there was no answer"] : []),
    ...answers.flatMap((answer) => ground.wrongIn(request, sent, answer)),
    ...ground.faults(),
  ]
  return { answers, wrong }
}

/** What does not hold in the state of an emulator, in words. */
export function unsound<R>({ emulator }: Ground<R>): string[] {
  const broken = emulator
    .snapshot()
    .projects.flatMap(({ id, state }) => brokenInvariants(state).map((one) => `project ${id}: ${one}`))
  return [...broken, ...pollution()]
}

const MOST_SHOWN = 600

/** A request as it can be read, and sent again. */
export function shownRequest({ head, body }: WireRequest): string {
  const shortened = (text: string) =>
    text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}… (${text.length} in all)`
  return `${shortened(head)}\n${shortened(JSON.stringify(body.toString("latin1")))} (bytes as Latin-1)`
}
