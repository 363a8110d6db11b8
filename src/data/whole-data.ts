import { EmulatorError } from "../emulator-error.ts"
import { END } from "./format.ts"

const LAST_LINE = `{"${END}":true}\n`

/**
 * Passes an export on as it arrives, and fails if its end does not come: the emulator may end while it answers.
 * @param source what the error calls it.
 * @throws EmulatorError `data_invalid`
 */
export async function* wholeData(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  source: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  let tail = ""
  for await (const chunk of chunks) {
    tail = (tail + Buffer.from(chunk.subarray(-LAST_LINE.length)).toString("latin1")).slice(-LAST_LINE.length)
    yield chunk
  }
  if (tail !== LAST_LINE) throw new EmulatorError("data_invalid", `${source}: the export was cut off`)
}
