import { callerText, type LogEntry } from "../request-log/log-entry.ts"
import type { Style } from "./style.ts"
import { visible } from "./visible.ts"

const DURATION_WIDTH = 9
const METHOD_WIDTH = "OPTIONS".length
/** Of most paths. Longer ones come after all that is to stand below each other. */
const PATH_WIDTH = 36

/**
 * An entry of the request log as one line for a person: time, status, duration, method, path and caller, then why it was
 * refused, what of it nothing read, and what may be wrong with it.
 */
export function requestLine(entry: LogEntry, style: Style): string {
  const { time, status, method, path, duration, caller } = entry
  const columns = [
    style.faint(time.slice("2026-01-01T".length, -"Z".length)),
    style.ofStatus(status)(String(status)),
    style.faint(`${duration.toFixed(1)} ms`.padStart(DURATION_WIDTH)),
    method.padEnd(METHOD_WIDTH),
    visible(path).padEnd(PATH_WIDTH),
    visible(callerText(caller)),
  ]
  const reason = remarks(entry).map(visible).join("; ")
  const emphasis = entry.error === null ? style.warning : style.ofStatus(status)
  return reason === "" ? columns.join(" ") : `${columns.join(" ")}  ${emphasis(reason)}`
}

function remarks({ error, ignored, hint }: LogEntry): string[] {
  const [query, body] = (["query", "body"] as const).map((place) =>
    ignored.filter((parameter) => parameter.in === place).map(({ name }) => name),
  )
  return [
    ...(error === null ? [] : [`${error.type}: ${error.message}`]),
    ...(query?.length ? [`nothing reads ${query.join(", ")} in the query`] : []),
    ...(body?.length ? [`nothing reads ${body.join(", ")} in the body`] : []),
    ...(hint === null ? [] : [`hint: ${hint}`]),
  ]
}
