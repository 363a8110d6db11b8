/** Ends the process with exit code 0 on the first SIGINT or SIGTERM, once `close` is done; a second one ends it at once. */
export function closeOnSignal(close: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, async () => {
      await close()
      // Passwords may still be hashed for requests that nobody waits for any more.
      process.exit(0)
    })
  }
}
