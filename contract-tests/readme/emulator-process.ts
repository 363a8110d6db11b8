import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"

const CLI = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url))

/** The command line, running. */
export interface EmulatorProcess extends AsyncDisposable {
  readonly port: number
  /** All that it printed to an output, once that matches. */
  printed(stream: "stdout" | "stderr", pattern: RegExp): Promise<string>
}

/** Starts the emulator on a free port and waits until it says that it is ready. */
export async function startEmulator(cwd: string, ...args: readonly string[]): Promise<EmulatorProcess> {
  const child = spawn(process.execPath, [CLI, "--port", "0", ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const seen = { stdout: "", stderr: "" }
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (seen.stdout += chunk))
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (seen.stderr += chunk))
  const ended = once(child, "close")
  const printed: EmulatorProcess["printed"] = async (stream, pattern) => {
    while (!pattern.test(seen[stream])) {
      if (child.exitCode !== null) throw new Error(`It ended: ${JSON.stringify(seen)}`)
      await Promise.race([once(child[stream], "data"), ended])
    }
    return seen[stream]
  }
  const [, port] = /127\.0\.0\.1:(\d+)/.exec(await printed("stdout", /127\.0\.0\.1:\d+.*\n$/s)) ?? []
  return {
    port: Number(port),
    printed,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM")
      await ended
    },
  }
}
