/**
 * Ends the process on the first SIGINT or SIGTERM, once `close` is done, with the exit code that is set then, by default 0;
 * a second one ends it at once.
 */
export function closeOnSignal(close: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, async () => {
      await close()
      // Passwords may still be hashed for requests that nobody waits for any more.
      process.exit()
    })
  }
}
