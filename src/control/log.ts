import type { LogEntry } from "../request-log/log-entry.ts"
import { FILTER_NAMES, type LogFilter, matchesFilter, type StatusClass } from "../request-log/log-filter.ts"
import { type ControlRoutes, knownProject } from "./control.ts"
import { ControlError } from "./control-error.ts"
import { entryStream } from "./entry-stream.ts"
import { readWait } from "./read-wait.ts"

/** What was asked and answered; with `wait`, as soon as something matches. */
export const logRoutes: ControlRoutes = (app, control) => {
  const { arrivals, emulator } = control
  const { log } = emulator
  app.get("/log", async (context) => {
    const filter = readFilter(context.req.query())
    const wait = readWait(context.req.query("wait"))
    const found = (): LogEntry[] | undefined => {
      const entries = log.list(filter)
      return entries.length === 0 ? undefined : entries
    }
    const entries = wait === 0 ? found() : await arrivals.until(found, wait)
    return context.json({ entries: entries ?? [] })
  })
  app.get("/log/stream", (context) => {
    const filter = readFilter(context.req.query())
    const body = entryStream(log.list(filter), (give) =>
      log.follow((entry) => {
        if (matchesFilter(entry, filter)) give(entry)
      }),
    )
    return new Response(body, { headers: { "content-type": "application/x-ndjson" } })
  })
  app.get("/log/transcript", async (context) => {
    const { project } = context.req.query()
    if (project === undefined) throw new ControlError(400, "project: expected the ID of a project.")
    const text = await log.transcript(knownProject(control, project).id)
    return new Response(text, { headers: { "content-type": "application/json; charset=UTF-8" } })
  })
  app.delete("/log", (context) => {
    log.clear(context.req.query("project"))
    return context.body(null, 204)
  })
}

const FILTERS: ReadonlySet<string> = new Set([...FILTER_NAMES, "wait"])

/** @throws ControlError 400 */
function readFilter(query: Readonly<Record<string, string>>): LogFilter {
  const unknown = Object.keys(query).find((name) => !FILTERS.has(name))
  if (unknown !== undefined) {
    throw new ControlError(400, `${unknown}: expected one of ${[...FILTERS].join(", ")}.`)
  }
  const { project, method, route, path, caller, error, status, since } = query
  return {
    project,
    method,
    route,
    path,
    caller,
    error,
    status: status === undefined ? undefined : readStatus(status),
    since: since === undefined ? undefined : readSince(since),
  }
}

const CLASSES: readonly StatusClass[] = ["1xx", "2xx", "3xx", "4xx", "5xx"]

function readStatus(text: string): number | StatusClass {
  const known = CLASSES.find((one) => one === text) ?? (/^[1-5]\d\d$/.test(text) ? Number(text) : undefined)
  if (known === undefined) throw new ControlError(400, "status: expected one such as 404, or 4xx.")
  return known
}

function readSince(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new ControlError(400, "since: expected the id of an entry.")
}
