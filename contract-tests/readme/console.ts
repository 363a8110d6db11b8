import { expectPrinted } from "./expect-printed.ts"
import type { UserFolder } from "./user-folder.ts"

/** A line that is typed, and what is printed then. */
export interface Entry {
  readonly command: string
  readonly output: string
}

/** The entries of a block in which `$ ` stands before what is typed, which may go on behind a backslash. */
export function entriesOf(code: string): Entry[] {
  return code
    .split(/^\$ /m)
    .slice(1)
    .map((entry) => {
      const lines = entry.split("\n")
      const last = lines.findIndex((line) => !line.endsWith("\\"))
      return { command: lines.slice(0, last + 1).join("\n"), output: lines.slice(last + 1).join("\n") }
    })
}

/**
 * Types what a block says, or some entries of one, and compares what is printed.
 * @param port of the emulator that the block talks to.
 */
export async function typeIn(
  folder: UserFolder,
  typed: string | readonly Entry[],
  port: number,
): Promise<void> {
  for (const { command, output } of typeof typed === "string" ? entriesOf(typed) : typed) {
    const line = command.replace(/127\.0\.0\.1:\d+/g, `127.0.0.1:${port}`)
    const printed = await folder.shell(line, { EMULATOR_PORT: String(port) })
    expectPrinted(printed, output, command)
  }
}
