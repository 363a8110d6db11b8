#!/usr/bin/env node
import { CommanderError } from "./commander.ts"
import { program } from "./program.ts"

/** What shells call a command that was called in a wrong way. */
const USAGE_ERROR = 2

// Who reads only the beginning of what a command prints, such as `head`, ends it.
process.stdout.on("error", async (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0)
  const { endWithoutOutput } = await import("./lost-output.ts")
  endWithoutOutput(error)
})
// Whoever is to be told something is gone, as a terminal that was closed: that is no reason to lose what is held.
process.stderr.on("error", () => {})

try {
  await program().parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // Commander has printed it, be it the help, the version, or what is wrong.
  process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR
}
