import fc from "fast-check"
import { createEmulator } from "../../src/emulator.ts"
import { loadEndpoints } from "../../src/services/services.ts"
import { brokenInvariants } from "./broken-invariants.ts"
import { exchange } from "./exchange.ts"
import { fuzzedRequests } from "./fuzzed-request.ts"
import { newGround } from "./ground.ts"
import { misgivings } from "./judge.ts"
import { requestBytes } from "./request-bytes.ts"

export interface FuzzOptions {
  readonly requests: number
  /** The same seed sends the same requests. */
  readonly seed: number
  /** Whether the process is there for this alone, see the emulator's `listen`. */
  readonly ownsProcess?: boolean
  /** Is told how far it is. */
  readonly progress?: (sent: number) => void
}

/** What a run found. */
export interface FuzzReport {
  readonly sent: number
  /** How many answers had which status. */
  readonly statuses: ReadonlyMap<number, number>
  /** What was wrong, each with the request that showed it. */
  readonly findings: readonly string[]
}

const BATCH = 120
const AT_ONCE = 16
const MOST_FINDINGS = 20

/**
 * Sends strange requests to all endpoints over HTTP, and looks after each batch whether the state is still sound. A run
 * ends early when it has found much.
 */
export async function fuzz({
  requests,
  seed,
  ownsProcess = false,
  progress,
}: FuzzOptions): Promise<FuzzReport> {
  const faults: string[] = []
  const emulator = await createEmulator({
    strict: true,
    log: (line) => faults.push(line),
  })
  const { port } = await emulator.listen({ ownsProcess })
  const ground = newGround(emulator)
  const arbitrary = fuzzedRequests(await loadEndpoints())
  const statuses = new Map<number, number>()
  const findings: string[] = []
  let sent = 0

  while (sent < requests && findings.length < MOST_FINDINGS) {
    const batch = fc.sample(arbitrary, { numRuns: Math.min(BATCH, requests - sent), seed: seed + sent })
    await ground.prepare()
    while (batch.length > 0) {
      await Promise.all(
        batch.splice(0, AT_ONCE).map(async (request) => {
          const bytes = requestBytes(request, ground)
          const outcome = await exchange(port, request, bytes)
          for (const answer of outcome.answers) {
            statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
            ground.learn(answer)
          }
          for (const wrong of [...misgivings(outcome), ...faults.splice(0)]) {
            findings.push(`${wrong}\n${bytes.head}\n${bytes.body.toString().slice(0, 600)}`)
          }
          sent += 1
        }),
      )
    }
    for (const { id, state } of emulator.snapshot().projects) {
      for (const broken of brokenInvariants(state))
        findings.push(`after ${sent} requests, project ${id}: ${broken}`)
    }
    progress?.(sent)
  }
  await emulator.close()
  return { sent, statuses, findings }
}
