import { type Measurement, measure, Refused } from "./load.ts"
import { type Operation, operations } from "./operations.ts"
import {
  type Footprint,
  MOST_CONNECTIONS,
  type Opponent,
  type OpponentName,
  startOpponents,
} from "./opponents.ts"
import type { BenchOptions } from "./options.ts"
import { startExtras } from "./peers/start-extras.ts"

/** One operation of one opponent in one run. */
export interface Sample extends Measurement {
  readonly operation: string
  readonly opponent: OpponentName
  readonly connections: number
}

/** An operation that an opponent has no equal of, or refuses. */
interface Lack {
  readonly operation: string
  readonly opponent: OpponentName
  readonly reason: string
}

/** What one run measured. */
export interface Run {
  /** Who was asked for besides, in order. */
  readonly extras: readonly OpponentName[]
  readonly lacks: readonly Lack[]
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
    try {
      const warm = await measure(lines, operation, opponent.stage, { seconds: seconds * WARM_UP, firstIndex })
      const span = { seconds, firstIndex: warm.nextIndex }
      const { nextIndex, ...measurement } = await measure(lines, operation, opponent.stage, span)
      firstIndex = nextIndex
      samples.push({ operation: operation.name, opponent: opponent.name, connections, ...measurement })
    } finally {
      for (const { close } of lines) close()
    }
  }
  return samples
}

/** Measures everything once, with new processes: each operation of all opponents in turn. */
export async function runOnce(options: BenchOptions): Promise<Run> {
  const { users, seconds, only, cli } = options
  const opponents = await startOpponents(cli, users)
  try {
    const extras = await startExtras(options)
    opponents.push(...extras)
    const samples: Sample[] = []
    const lacks: Lack[] = []
    for (const { name } of operations) {
      if (!name.includes(only)) continue
      for (const opponent of opponents) {
        const lack = (reason: string) => lacks.push({ operation: name, opponent: opponent.name, reason })
        const operation = opponent.operations.find((one) => one.name === name)
        if (operation === undefined) lack("has none")
        else {
          try {
            samples.push(...(await sampleOf(opponent, operation, seconds)))
          } catch (error) {
            if (!(opponent.mayRefuse && error instanceof Refused)) throw error
            lack(`refuses: ${error.status}`)
          }
        }
      }
    }
    const footprints = opponents.flatMap(({ name, footprint }) =>
      footprint === undefined ? [] : [{ opponent: name, ...footprint }],
    )
    return { samples, lacks, extras: extras.map(({ name }) => name), footprints }
  } finally {
    await Promise.all(opponents.map(({ stop }) => stop()))
  }
}
