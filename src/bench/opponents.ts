import { fileURLToPath } from "node:url"
import { type Connection, openConnection } from "./connection.ts"
import { inProcess } from "./in-process.ts"
import { sendCalls, sendChecked } from "./load.ts"
import { type Operation, operations, seedSession, seedUser } from "./operations.ts"
import { startServer } from "./server-process.ts"
import type { Stage } from "./stage.ts"

/** The floor, the emulator as a server, and the emulator in the process of its caller; and whoever was asked for. */
export type OpponentName = "floor" | "emulator" | "in process" | ExtraName

/** Others to compare with, by what their columns are called. */
export type ExtraName = "real server" | `${"emulate" | "cognito-local"} ${string}`

/** What a server takes before it does anything. */
export interface Footprint {
  /** Milliseconds from the start of the process to its first answer. */
  readonly startMs: number
  /** MiB after the first answer. */
  readonly idleMemory: number
  /** MiB once the users are there. */
  readonly seededMemory: number
}

/** Somebody to call, with users and a session. */
export interface Opponent {
  readonly name: OpponentName
  /** Opens so many connections. Servers close those that are idle for long, so they are not kept. */
  connect(count: number): Promise<Connection[]>
  /** How many calls it takes at once. */
  readonly mostConnections: number
  readonly stage: Stage
  /** Its calls, by the names that the emulator's have; what it has no equal of is not there. */
  readonly operations: readonly Operation[]
  /** Whether it may refuse what it has, which is told in the place of a figure. By default that ends the benchmark. */
  readonly mayRefuse?: boolean
  /** `undefined` for what is no process of its own. */
  readonly footprint: Footprint | undefined
  stop(): Promise<void>
}

/** At most so many calls at once. */
export const MOST_CONNECTIONS = 16

const FLOOR = fileURLToPath(new URL("floor-server.mjs", import.meta.url))
const START = ["start", "--port", "0", "--json", "--quiet"]
const CREDENTIALS = { projectId: "emulator", apiKey: "emulator" }

/** Fills an empty server, and logs the first user in. */
export async function seed(
  { connect, mostConnections }: Pick<Opponent, "connect" | "mostConnections">,
  users: number,
  credentials: Pick<Stage, "projectId" | "apiKey"> = CREDENTIALS,
): Promise<Stage> {
  const stage = { ...credentials, users, session: "" }
  const connections = await connect(mostConnections)
  await sendCalls(connections, seedUser, stage, { first: 0, end: users })
  for (const { close } of connections) close()
  const [connection] = await connect(1)
  if (connection === undefined) throw new Error("There is no connection")
  const { body } = await sendChecked(connection, seedSession, stage, 0)
  connection.close()
  const { secret }: { secret: string } = JSON.parse(body.toString())
  return { ...stage, session: secret }
}

async function startOpponent(name: OpponentName, args: readonly string[], users: number): Promise<Opponent> {
  const server = await startServer(args)
  const idleMemory = server.memory()
  const callable = {
    mostConnections: MOST_CONNECTIONS,
    connect: (count: number) => Promise.all(Array.from({ length: count }, () => openConnection(server.port))),
  }
  const stage = await seed(callable, users)
  return {
    name,
    ...callable,
    stage,
    operations,
    footprint: { startMs: server.startMs, idleMemory, seededMemory: server.memory() },
    stop: server.stop,
  }
}

/**
 * Starts them all, one after the other.
 * @param cli the emulator's command line: what comes behind `node`.
 */
export async function startOpponents(cli: readonly string[], users: number): Promise<Opponent[]> {
  const floor = await startOpponent("floor", [FLOOR], users)
  const emulator = await startOpponent("emulator", [...cli, ...START], users)
  const line = { ...(await inProcess()).line, close: () => {} }
  const callable = { mostConnections: 1, connect: async () => [line] }
  const stage = await seed(callable, users)
  return [
    floor,
    emulator,
    { name: "in process", ...callable, stage, operations, footprint: undefined, stop: async () => {} },
  ]
}
