import { type Measurement, measure } from "./load.ts"
import { type Operation, operations } from "./operations.ts"
import {
  type Footprint,
  MOST_CONNECTIONS,
  type Opponent,
  type OpponentName,
  startOpponents,
} from "./opponents.ts"
import type { BenchOptions } from "./options.ts"

/** One operation of one opponent in one run. */
export interface Sample extends Measurement {
  readonly operation: string
  readonly opponent: OpponentName
  readonly connections: number
}

/** What one run measured. */
export interface Run {
  readonly samples: readonly Sample[]
  readonly footprints: readonly (Footprint & { readonly opponent: OpponentName })[]
}

/** One call at a time, and many. */
const CONNECTIONS = [1, MOST_CONNECTIONS]

/** How long an operation is called before it is measured, so that its code is compiled: as a part of its own time. */
const WARM_UP = 1

async function sampleOf(opponent: Opponent, operation: Operation, seconds: number): Promise<Sample[]> {
  const samples: Sample[] = []
  let firstIndex = 0
  for (const connections of CONNECTIONS) {
    if (connections > opponent.mostConnections) continue
    const lines = await opponent.connect(connections)
    const warm = await measure(lines, operation, opponent.stage, { seconds: seconds * WARM_UP, firstIndex })
    const span = { seconds, firstIndex: warm.nextIndex }
    const { nextIndex, ...measurement } = await measure(lines, operation, opponent.stage, span)
    for (const { close } of lines) close()
    firstIndex = nextIndex
    samples.push({ operation: operation.name, opponent: opponent.name, connections, ...measurement })
  }
  return samples
}

/** Measures everything once, with new processes: each operation of all opponents in turn. */
export async function runOnce({ users, seconds, only, cli }: BenchOptions): Promise<Run> {
  const opponents = await startOpponents(cli, users)
  try {
    const samples: Sample[] = []
    for (const operation of operations) {
      if (!operation.name.includes(only)) continue
      for (const opponent of opponents) samples.push(...(await sampleOf(opponent, operation, seconds)))
    }
    const footprints = opponents.flatMap(({ name, footprint }) =>
      footprint === undefined ? [] : [{ opponent: name, ...footprint }],
    )
    return { samples, footprints }
  } finally {
    await Promise.all(opponents.map(({ stop }) => stop()))
  }
}
