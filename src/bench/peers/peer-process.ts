import { spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { openConnection } from "../connection.ts"
import { residentSet, type ServerProcess } from "../server-process.ts"

/** How a peer is started. */
export interface PeerCommand {
  /** Program and arguments. */
  command(port: number): readonly [program: string, ...args: string[]]
  /** Environment variables besides those of this process. */
  env?(port: number): Readonly<Record<string, string>>
  readonly folder?: string
  /** What it is asked until it answers. */
  readonly path: string
}

/** Milliseconds until a peer must answer. */
const PATIENCE = 30_000
const BETWEEN_TRIES = 5

/** Starts a peer on a free port. @throws if it ends, or does not answer in time. */
export async function startPeer({ command, env, folder, path }: PeerCommand): Promise<ServerProcess> {
  const port = await freePort()
  const [program, ...args] = command(port)
  const start = performance.now()
  const child = spawn(program, args, {
    stdio: "ignore",
    env: { ...process.env, ...env?.(port) },
    ...(folder !== undefined && { cwd: folder }),
  })
  const ended = once(child, "close")
  const stop = async () => {
    child.kill("SIGKILL")
    await ended
  }
  while (!(await answers(port, path))) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`)
    if (performance.now() - start > PATIENCE) {
      await stop()
      throw new Error(`it did not answer within ${PATIENCE} ms`)
    }
    await pause(BETWEEN_TRIES)
  }
  return { port, startMs: performance.now() - start, memory: () => residentSet(child.pid ?? 0), stop }
}

async function answers(port: number, path: string): Promise<boolean> {
  try {
    const { send, close } = await openConnection(port)
    await send({ method: "GET", path, headers: {}, body: "" })
    close()
    return true
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  await once(server, "close")
  if (address === null || typeof address === "string") throw new Error("There is no free port")
  return address.port
}
