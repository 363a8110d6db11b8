import type { WriteStream } from "node:tty"
import { styleText } from "node:util"

/** How a text looks to a person at a terminal. */
export interface Style {
  /** What matters most. */
  readonly strong: (text: string) => string
  /** What may be overlooked. */
  readonly faint: (text: string) => string
  /** What went well, but is likely to be a mistake. */
  readonly warning: (text: string) => string
  /** For what goes with an HTTP status. */
  readonly ofStatus: (status: number) => (text: string) => string
}

const asItIs = (text: string): string => text

const PLAIN: Style = { strong: asItIs, faint: asItIs, warning: asItIs, ofStatus: () => asItIs }

/** By the first digit of the status. */
const STATUS_COLOURS = { 2: "green", 3: "cyan", 4: "yellow", 5: "red" } as const

type Colour = Parameters<typeof styleText>[0]

/** Which stream it is for was looked at before: Node would ask standard output, also for what goes to standard error. */
const coloured = (colour: Colour) => (text: string) => styleText(colour, text, { validateStream: false })

function ofStatus(status: number): (text: string) => string {
  const [, colour] = Object.entries(STATUS_COLOURS).find(([digit]) => String(status).startsWith(digit)) ?? []
  return colour === undefined ? asItIs : coloured(colour)
}

const COLOURED: Style = {
  strong: coloured("bold"),
  faint: coloured("dim"),
  warning: coloured("yellow"),
  ofStatus,
}

/** The style for a stream: none for files, pipes, terminals without colours, and where `NO_COLOR` is set. */
export function styleFor(stream: WriteStream): Style {
  return stream.isTTY && stream.hasColors() ? COLOURED : PLAIN
}
