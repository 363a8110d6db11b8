import { DEFAULT_PROJECT } from "../defaults.ts"
import type { LogEntry } from "../request-log/log-entry.ts"
import type { LogOptions } from "./log.ts"
import { requestLine } from "./request-line.ts"
import { print, runAgainstEmulator } from "./run-against-emulator.ts"
import { CannotAsk } from "./running-emulator.ts"
import { styleFor } from "./style.ts"

/** Runs `log` and sets the exit code of the process. */
export async function showLog(options: LogOptions): Promise<void> {
  const { project, route, status, caller, follow, transcript, json = false } = options
  const filter = { project, route, status, caller }
  await runAgainstEmulator(options, async ({ ask, endpoint }) => {
    if (transcript) {
      const response = await ask("log/transcript", { project: project ?? DEFAULT_PROJECT })
      process.stdout.write(await response.text())
    } else if (follow) {
      // An emulator that ends leaves the answer unfinished.
      await printLines(await ask("log/stream", filter), json).catch(() => {})
      throw new CannotAsk(`The emulator at ${endpoint} has ended.`)
    } else {
      const { entries }: { entries: LogEntry[] } = JSON.parse(await (await ask("log", filter)).text())
      print(...entries.map((entry) => shown(entry, json)))
    }
  })
}

/** Each line is an entry in JSON. */
async function printLines({ body }: Response, json: boolean): Promise<void> {
  let rest = ""
  for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + text).split("\n")
    rest = lines.pop() ?? ""
    print(...lines.map((line) => shown(JSON.parse(line), json)))
  }
}

function shown(entry: LogEntry, json: boolean): string {
  return json ? JSON.stringify(entry) : requestLine(entry, styleFor(process.stdout))
}
