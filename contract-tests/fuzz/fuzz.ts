import { appwrite15, appwrite19 } from "../../src/profiles/profiles.ts"
import { memoryInUse } from "../soak/garbage-collector.ts"
import { apiTarget } from "./api-target.ts"
import { controlTarget } from "./control-target.ts"
import { type Field, openField } from "./field.ts"
import { TARGETS, type TargetName } from "./target.ts"

export interface FuzzOptions {
  readonly requests: number
  /** The same seed sends the same requests. */
  readonly seed: number
  /** By default all of them, in turn. */
  readonly targets?: readonly TargetName[]
  /** Whether the process is there for this alone, see the emulator's `listen`. */
  readonly ownsProcess?: boolean
  /** Without it, or with less than ten thousand requests, memory is not looked at. */
  readonly collectGarbage?: () => void
  /** Is told how far it is. */
  readonly progress?: (sent: number) => void
}

/** What a run found. */
export interface FuzzReport {
  readonly sent: number
  /** How many answers had which status. */
  readonly statuses: ReadonlyMap<number, number>
  /** How many requests were of which kind: route, manner, encoding, caller. */
  readonly kinds: ReadonlyMap<string, number>
  /** The routes that never answered with success: nothing is known of what they do then. */
  readonly neverWell: readonly string[]
  /** Bytes in use with all emulators emptied: when a tenth was sent, and at the end. */
  readonly memory: { readonly early: number; readonly late: number } | undefined
  /** What was wrong, each with the request that showed it. */
  readonly findings: readonly string[]
}

const BATCH = 120
const MOST_FINDINGS = 20
const WARM_UP = 0.1
/** With fewer, what the engine compiles meanwhile counts for more than what is kept. */
const FEWEST_TO_WEIGH = 10_000
const MOST_GROWTH = 0.1

/**
 * Sends strange requests to all endpoints over HTTP, and looks after each batch whether the state is still sound. A run
 * ends early when it has found much.
 */
export async function fuzz({ requests, seed, ...options }: FuzzOptions): Promise<FuzzReport> {
  const { targets = TARGETS, ownsProcess = false, collectGarbage, progress } = options
  const fields = await openFields(targets, seed, ownsProcess)
  const statuses = new Map<number, number>()
  const kinds = new Map<string, number>()
  const wellAnswered = new Set<string>()
  const findings: string[] = []
  let sent = 0
  let early: number | undefined

  async function memoryLeft(): Promise<number | undefined> {
    if (collectGarbage === undefined || requests < FEWEST_TO_WEIGH) return undefined
    for (const { empty } of fields) empty()
    return (await memoryInUse(collectGarbage)).used
  }

  for (let batch = 0; sent < requests && findings.length < MOST_FINDINGS; batch += 1) {
    const field = fields[batch % fields.length]
    if (field === undefined) break
    const size = Math.min(BATCH, requests - sent)
    const report = await field.fire(seed + sent, size)
    for (const status of report.statuses) count(statuses, status)
    for (const kind of report.kinds) count(kinds, kind)
    for (const kind of report.wellAnswered) wellAnswered.add(kind)
    findings.push(...report.findings)
    sent += size
    if (early === undefined && sent >= requests * WARM_UP) early = await memoryLeft()
    progress?.(sent)
  }
  const late = await memoryLeft()
  const memory = early === undefined || late === undefined ? undefined : { early, late }
  if (memory !== undefined && memory.late > memory.early * (1 + MOST_GROWTH)) {
    findings.push(`memory does not come back: ${memory.early} bytes in use became ${memory.late}`)
  }
  for (const { close } of fields) await close()
  const neverWell = [...kinds.keys()].filter((kind) => isRoute(kind) && !wellAnswered.has(kind))
  return { sent, statuses, kinds, neverWell, memory, findings }
}

/** Whether a kind is that of a route. */
export const isRoute = (kind: string): boolean => kind.startsWith("route ")

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

async function openFields(
  targets: readonly TargetName[],
  seed: number,
  ownsProcess: boolean,
): Promise<readonly Field[]> {
  const open: Readonly<Record<TargetName, () => Promise<Field>>> = {
    "1.9": async () => openField(await apiTarget(appwrite19, ownsProcess), seed),
    "1.5": async () => openField(await apiTarget(appwrite15, ownsProcess), seed),
    control: async () => openField(await controlTarget(ownsProcess), seed),
  }
  const fields: Field[] = []
  for (const name of targets) fields.push(await open[name]())
  return fields
}
