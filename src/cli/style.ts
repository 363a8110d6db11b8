import type { WriteStream } from "node:tty"
import { styleText } from "node:util"

/** How a text looks to a person at a terminal. */
export interface Style {
  /** What matters most. */
  readonly strong: (text: string) => string
  /** What may be overlooked. */
  readonly faint: (text: string) => string
}

const PLAIN: Style = { strong: (text) => text, faint: (text) => text }

const COLOURED: Style = {
  strong: (text) => styleText("bold", text),
  faint: (text) => styleText("dim", text),
}

/** The style for a stream: none for files, pipes, terminals without colours, and where `NO_COLOR` is set. */
export function styleFor(stream: WriteStream): Style {
  return stream.isTTY && stream.hasColors() ? COLOURED : PLAIN
}
