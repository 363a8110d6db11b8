import type { LogEntry } from "../request-log/log-entry.ts"
import type { LogOptions } from "./log.ts"
import { requestLine } from "./request-line.ts"
import { styleFor } from "./style.ts"

/** What the emulator has to be told for it to show its log. */
const CONTROL = { "x-emulator-control": "1" }

/** Runs `log` and sets the exit code of the process. */
export async function showLog(options: LogOptions): Promise<void> {
  const { endpoint = `http://127.0.0.1:${options.port}`, follow, transcript, json } = options
  const origin = new URL(endpoint).origin
  try {
    const response = await ask(origin, options)
    if (!response.ok) return fail(await refusal(response))
    if (transcript) {
      process.stdout.write(await response.text())
    } else if (follow) {
      // An emulator that ends leaves the answer unfinished.
      await printLines(response, json).catch(() => {})
      fail(`The emulator at ${origin} has ended.`)
    } else {
      const { entries }: { entries: LogEntry[] } = JSON.parse(await response.text())
      for (const entry of entries) print(entry, json)
    }
  } catch (error) {
    fail(`No emulator answers at ${origin}: ${reasonOf(error)}. Start one, or name its port: --port 4590.`)
  }
}

function ask(origin: string, { project, route, status, caller, follow, transcript }: LogOptions) {
  const filter = transcript ? { project: project ?? "emulator" } : { project, route, status, caller }
  const path = transcript ? "log/transcript" : follow ? "log/stream" : "log"
  const url = new URL(`/_emulator/${path}`, origin)
  for (const [name, value] of Object.entries(filter)) if (value) url.searchParams.set(name, value)
  return fetch(url, { headers: CONTROL })
}

/** Each line is an entry in JSON. */
async function printLines({ body }: Response, json: boolean | undefined): Promise<void> {
  let rest = ""
  for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + text).split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) print(JSON.parse(line), json)
  }
}

function print(entry: LogEntry, json: boolean | undefined): void {
  process.stdout.write(`${json ? JSON.stringify(entry) : requestLine(entry, styleFor(process.stdout))}\n`)
}

async function refusal(response: Response): Promise<string> {
  const text = await response.text()
  try {
    const { error }: { error?: unknown } = JSON.parse(text)
    return String(error ?? text)
  } catch {
    return `This is no emulator: it answered with status ${response.status}.`
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
