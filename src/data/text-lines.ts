import { dataInvalid } from "./data-error.ts"

/** A line of a text, without what ends it. */
export interface TextLine {
  /** From 1. */
  readonly line: number
  readonly text: string
}

const LINE_FEED = 0x0a

/** More no record can take: the largest text of Appwrite's has some 65 thousand characters. */
const LONGEST_LINE = 16 * 1024 * 1024

/**
 * The lines of a text in UTF-8 as it arrives, each of which must end with a line feed.
 * @param source what errors call the text.
 * @throws EmulatorError `data_invalid` for what is no UTF-8, for a line that is too long, and for one without end.
 */
export async function* textLines(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
): AsyncGenerator<TextLine, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  let begun: Uint8Array[] = []
  let length = 0
  let line = 1
  const add = (bytes: Uint8Array): void => {
    length += bytes.length
    if (length > LONGEST_LINE) throw dataInvalid({ source, line }, "the line is too long")
    begun.push(bytes)
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end))
      let text: string
      try {
        text = decoder.decode(begun.length === 1 ? begun[0] : Buffer.concat(begun))
      } catch {
        throw dataInvalid({ source, line }, "this is no UTF-8")
      }
      yield { line, text }
      begun = []
      length = 0
      line += 1
      start = end + 1
    }
    if (start < chunk.length) add(chunk.slice(start))
  }
  if (length > 0) throw dataInvalid({ source, line }, "the text ends in the middle of a line")
}
