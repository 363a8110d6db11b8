import type { JsonValue } from "./json-value.ts"
import type { Step, Transcript } from "./transcript.ts"

/** The JSON text of a transcript, one step a line, as `parseTranscript` reads it. */
export function transcriptText(transcript: Transcript): string {
  const { name, area, server, project, key, steps } = transcript
  const recordedAt = new Date(steps[0]?.at ?? 0).toISOString()
  const head = JSON.stringify({ name, area, server, recordedAt, project, key })
  return `${head.slice(0, -1)},"steps":[\n${steps.map((step) => JSON.stringify(toLine(step))).join(",\n")}\n]}\n`
}

function toLine({ answer, content, query, note, ...step }: Step): Readonly<Record<string, JsonValue>> {
  const { as, method, path, headers, at, ms } = step
  const cookies = answer.cookies.length === 0 ? {} : { "set-cookie": answer.cookies }
  return {
    as,
    method,
    path,
    ...(Object.keys(query).length > 0 && { query }),
    headers,
    ...(content !== undefined && ("raw" in content ? { raw: content.raw } : { body: content.json })),
    ...(note !== undefined && { note }),
    at,
    response: { status: answer.status, headers: { ...answer.headers, ...cookies }, body: answer.body },
    ms,
  }
}
