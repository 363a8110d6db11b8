import type { Connection } from "../connection.ts"
import { openConnection } from "../connection.ts"
import type { Operation } from "../operations.ts"
import { type ExtraName, MOST_CONNECTIONS, type Opponent } from "../opponents.ts"
import type { ServerProcess } from "../server-process.ts"

/** Makes an opponent of a peer that runs. @param fill fills it with users, and tells the calls that it has an equal of. */
export async function peerOpponent(
  name: ExtraName,
  server: ServerProcess,
  users: number,
  fill: (connection: Connection) => Promise<readonly Operation[]>,
): Promise<Opponent> {
  const idleMemory = server.memory()
  const connection = await openConnection(server.port)
  const operations = await fill(connection)
  connection.close()
  return {
    name,
    mostConnections: MOST_CONNECTIONS,
    connect: (count) => Promise.all(Array.from({ length: count }, () => openConnection(server.port))),
    // What its calls need they know by themselves.
    stage: { projectId: "", apiKey: "", session: "", users },
    operations,
    mayRefuse: true,
    footprint: { startMs: server.startMs, idleMemory, seededMemory: server.memory() },
    stop: server.stop,
  }
}
