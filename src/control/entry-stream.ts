import type { LogEntry } from "../request-log/log-entry.ts"

/** Who does not read so many lines is not waited for. */
const MOST_UNREAD = 10_000

/**
 * Entries as JSON, one a line, for as long as somebody reads.
 * @param there those that are there already.
 * @param follow is given who takes those to come, and brings what ends it.
 */
export function entryStream(
  there: readonly LogEntry[],
  follow: (give: (entry: LogEntry) => void) => () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const give = (entry: LogEntry): void => {
          controller.enqueue(encoder.encode(`${JSON.stringify(entry)}\n`))
        }
        for (const entry of there) give(entry)
        end = follow((entry) => {
          give(entry)
          if ((controller.desiredSize ?? 0) > -MOST_UNREAD) return
          end()
          controller.close()
        })
      },
      cancel() {
        end()
      },
    },
    { highWaterMark: 0 },
  )
}
