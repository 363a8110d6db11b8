import type { Emulator } from "../../emulator.ts"
import { inProcess } from "../in-process.ts"
import { sendCalls, sendChecked } from "../load.ts"
import { type Stage, seededEmail, seededId, seededName } from "../stage.ts"
import { median, percentile } from "../statistics.ts"
import { sizeCalls } from "./size-calls.ts"

/** What was measured with one number of users. */
export interface SizeResult {
  readonly users: number
  /** How long it took to seed them, in milliseconds, and what a user takes of memory, in bytes. */
  readonly seedMs: number
  readonly bytesPerUser: number
  /** How long the first search took, which takes all texts apart, and what a user takes of memory by that. */
  readonly firstSearchMs: number
  readonly searchBytesPerUser: number
  readonly snapshotMs: number
  readonly resetMs: number
  /** Milliseconds, in the order of the calls. */
  readonly calls: readonly { readonly name: string; readonly p50: number; readonly p99: number }[]
}

/** Users in one seed: a seed of all at once would take more memory than they do. */
const PORTION = 100_000
/** How often the state is saved and emptied. */
const REPETITIONS = 100
/** Calls that are not measured, so that the code is compiled; fewer where they take long. */
const WARM_UP = { calls: 200, milliseconds: 500 }

/** @param collectGarbage runs the collector to its end. */
export async function measureSize(
  users: number,
  seconds: number,
  collectGarbage: () => void,
): Promise<SizeResult> {
  const { emulator, line } = await inProcess()
  const stage: Stage = { projectId: "emulator", apiKey: "emulator", users, session: "" }
  const used = () => {
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  const send = async (
    call: (typeof sizeCalls)[number],
    end: number,
    deadline: number,
    latencies?: number[],
  ) => sendCalls([line], { status: 200, call: call.call }, stage, { first: 0, end, deadline }, latencies)

  // What is loaded and compiled at first use is no user's.
  await emulator.seed({ users: [{ $id: seededId(0), email: seededEmail(0) }] })
  const alone = { ...stage, users: 1 }
  for (const { call } of sizeCalls) await sendChecked(line, { status: 200, call }, alone, 0)
  emulator.reset()
  const empty = used()
  let seedMs = 0
  for (let first = 0; first < users; first += PORTION) {
    const portion = Array.from({ length: Math.min(PORTION, users - first) }, (_, index) => ({
      $id: seededId(first + index),
      email: seededEmail(first + index),
      name: seededName(first + index),
    }))
    seedMs += await timed(() => emulator.seed({ users: portion }))
  }
  const seeded = used()
  const [anySearch] = sizeCalls.filter(({ name }) => name.startsWith("search"))
  const firstSearchMs =
    anySearch === undefined ? 0 : await timed(() => send(anySearch, 1, Number.POSITIVE_INFINITY))
  const searched = used()

  const calls: { name: string; p50: number; p99: number }[] = []
  for (const call of sizeCalls) {
    const latencies: number[] = []
    await send(call, WARM_UP.calls, performance.now() + WARM_UP.milliseconds)
    await send(call, Number.POSITIVE_INFINITY, performance.now() + seconds * 1000, latencies)
    calls.push({ name: call.name, p50: percentile(latencies, 50), p99: percentile(latencies, 99) })
  }
  return {
    users,
    seedMs,
    bytesPerUser: (seeded - empty) / users,
    firstSearchMs,
    searchBytesPerUser: (searched - seeded) / users,
    ...(await measureState(emulator)),
    calls,
  }
}

/** Medians; a reset is followed by the way back. */
async function measureState(emulator: Emulator) {
  const snapshot = emulator.snapshot()
  const snapshots: number[] = []
  const resets: number[] = []
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    snapshots.push(await timed(() => emulator.snapshot()))
    resets.push(await timed(() => emulator.reset()))
    emulator.restore(snapshot)
  }
  return { snapshotMs: median(snapshots), resetMs: median(resets) }
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}
