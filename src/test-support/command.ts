import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"

/** As it is built: starting takes a fraction of what it takes from sources. */
const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url))

/** How the command line is run. */
export interface Surroundings {
  /** The folder that it is called in, which is also the one for temporary files. */
  readonly folder: string
  /** What a shell does before: sets limits, say. */
  readonly before?: string
  /** Where standard output goes; by default it is read. */
  readonly output?: string
  /** The user and group that it runs as, by their number; by default those of the tests. */
  readonly user?: number | undefined
}

/** A process of the command line. */
export interface CommandRun {
  readonly child: ChildProcess
  /** All it has printed up to now. */
  readonly seen: { readonly stdout: string; readonly stderr: string }
  /** What it has printed when it ends. */
  readonly exit: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>
}

/** Runs the built command line as a process of its own. Environment variables that are meant for it are kept away. */
export function runCommand(args: readonly string[], surroundings: Surroundings): CommandRun {
  const { folder, before = "", output, user } = surroundings
  const inherited = Object.entries(process.env).filter(([name]) => !/^(EMULATOR|APPWRITE)_/.test(name))
  const node = [process.execPath, MAIN, ...args]
  const inShell = before !== "" || output !== undefined
  const script = `${before} exec "$@"${output === undefined ? "" : ` > ${output}`}`
  const [program = "", ...rest] = inShell ? ["sh", "-c", script, "sh", ...node] : node
  const child = spawn(program, rest, {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), TMPDIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
    ...(user !== undefined && { uid: user, gid: user }),
  })
  const seen = { stdout: "", stderr: "" }
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (seen.stdout += chunk))
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (seen.stderr += chunk))
  const exit = once(child, "close").then(([code]: (number | null)[]) => ({ code: code ?? null, ...seen }))
  return { child, seen, exit }
}

/** An emulator that runs as a process. */
export interface StartedEmulator extends CommandRun {
  /** Of its API. */
  readonly endpoint: string
  /** Makes a user in the project that is there from the start. */
  add(userId: string): Promise<void>
  /** Asks it to end, and waits. */
  end(signal?: NodeJS.Signals): CommandRun["exit"]
}

/**
 * Starts an emulator on any free port.
 * @throws Error with what it has printed, if it ends instead.
 */
export async function startCommand(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<StartedEmulator> {
  const run = runCommand(["--port", "0", ...args], surroundings)
  const ended = run.exit.then((result) => {
    throw new Error(JSON.stringify(result))
  })
  let endpoint: string | undefined
  while (endpoint === undefined) {
    await Promise.race([once(run.child.stdout ?? run.child, "data"), ended])
    endpoint = /http:\/\/[^\s"]+\/v1(?=[\s"])/.exec(run.seen.stdout)?.[0]
  }
  ended.catch(() => {})
  const found = endpoint
  return {
    ...run,
    endpoint: found,
    add: (userId) => addUser(found, userId),
    end(signal = "SIGTERM") {
      run.child.kill(signal)
      return run.exit
    },
  }
}

/**
 * Makes a user in the project that is there from the start.
 * @throws Error if that is refused.
 */
export async function addUser(endpoint: string, userId: string): Promise<void> {
  const headers = {
    "x-appwrite-project": "emulator",
    "x-appwrite-key": "emulator",
    "content-type": "application/json",
  }
  const response = await fetch(`${endpoint}/users`, {
    method: "POST",
    headers,
    body: JSON.stringify({ userId }),
  })
  if (response.status !== 201) throw new Error(await response.text())
}
