import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, readFileSync } from "node:fs"
import { createInterface } from "node:readline"
import { openConnection } from "./connection.ts"

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number
  /** Milliseconds from the start of the process to the end of its first answer. */
  readonly startMs: number
  /** Memory in use, in MiB. */
  memory(): number
  stop(): Promise<void>
}

const KIB_PER_MIB = 1024

/** The resident set of a process, in MiB. */
export function residentSet(pid: number): number {
  const status = `/proc/${pid}/status`
  const kib = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1]
    : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })
  return Number(kib) / KIB_PER_MIB
}

/** The first line that a process writes. */
async function firstLine({ stdout, exitCode }: ChildProcess): Promise<string> {
  if (stdout === null || exitCode !== null) throw new Error("The server has no output")
  for await (const line of createInterface(stdout)) return line
  throw new Error("The server ended without telling its port")
}

/**
 * Starts a server: a script for Node.js that writes a JSON object with its `port` when it listens.
 * @param args what comes behind `node`.
 */
export async function startServer(args: readonly string[]): Promise<ServerProcess> {
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] })
  const ended = once(child, "close")
  const { port }: { port: number } = JSON.parse(await firstLine(child))
  const connection = await openConnection(port)
  const { status } = await connection.send({
    method: "GET",
    path: "/v1/health/version",
    headers: {},
    body: "",
  })
  const startMs = performance.now() - start
  if (status !== 200) throw new Error(`The first answer of the server has status ${status}`)
  connection.close()
  return {
    port,
    startMs,
    memory: () => residentSet(child.pid ?? 0),
    async stop() {
      child.kill("SIGTERM")
      await ended
    },
  }
}
