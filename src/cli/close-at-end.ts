/** Ctrl+C comes twice at once where another program passes it on, as npm does: that is still one wish. */
const SAME_WISH_MS = 1000

/** What closes, and who is told what went wrong. */
export interface Closing {
  close(): Promise<void>
  tell(line: string): void
}

/**
 * Ends the process on SIGINT, SIGTERM, or SIGHUP (its terminal is gone), once `close` is done, with the exit code that is
 * set then, by default 0. So it ends on an error that nobody caught, with exit code 1. Who asks once more, a second later,
 * does not want to wait: that ends it at once.
 */
export function closeAtEnd({ close, tell }: Closing): void {
  let asked: number | undefined
  const fail = (error: unknown) => {
    tell(`The emulator ends, since nobody caught an error: ${textOf(error)}
If that is not from your seed's module, please report it.`)
    process.exitCode = 1
  }
  const end = async () => {
    asked = performance.now()
    await close().catch(fail)
    // Passwords may still be hashed for requests that nobody waits for any more.
    process.exit()
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (asked === undefined) end()
      else if (performance.now() - asked > SAME_WISH_MS) process.exit(1)
    })
  }
  process.on("uncaughtException", (error) => {
    // What follows from the first one is no reason to lose what is being exported.
    if (asked !== undefined) return
    fail(error)
    end()
  })
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
