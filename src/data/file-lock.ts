import { open, readFile, rm } from "node:fs/promises"
import { setTimeout } from "node:timers/promises"
import { codeOf } from "../system-error.ts"

const LOOKS_AGAIN_AFTER_MS = 20
const LONGEST_WAIT_MS = 10_000

/**
 * Does something with a file while no other emulator does: a file `….lock` beside it holds the ID of the process that is
 * at it. One that a killed process has left does not count.
 * @returns what `run` returns. Where the folder can't be written to, or another process takes too long, `run` is called
 * all the same: what it does has to fail or succeed by itself.
 */
export async function withFileLock<T>(file: string, run: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`
  const isLocked = await take(lock)
  try {
    return await run()
  } finally {
    if (isLocked) await rm(lock, { force: true })
  }
}

async function take(lock: string): Promise<boolean> {
  const until = performance.now() + LONGEST_WAIT_MS
  do {
    try {
      const handle = await open(lock, "wx", 0o600)
      await handle.writeFile(String(process.pid)).finally(() => handle.close())
      return true
    } catch (error) {
      if (codeOf(error) !== "EEXIST") return false
    }
    if (await isLeft(lock)) await rm(lock, { force: true })
    else await setTimeout(LOOKS_AGAIN_AFTER_MS)
  } while (performance.now() < until)
  // Whoever was killed before it could say its ID would be waited for each time.
  if ((await ownerOf(lock)) === undefined) await rm(lock, { force: true })
  return false
}

/** Whether the process that took a lock is gone. */
async function isLeft(lock: string): Promise<boolean> {
  const pid = await ownerOf(lock)
  if (pid === undefined) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === "ESRCH"
  }
}

/** The process that took a lock; `undefined` if it has not said so. */
async function ownerOf(lock: string): Promise<number | undefined> {
  const pid = Number(await readFile(lock, "utf8").catch(() => ""))
  return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined
}
