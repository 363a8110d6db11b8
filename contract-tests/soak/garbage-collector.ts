import { setImmediate as nextTurn } from "node:timers/promises"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** Collects garbage at once, and all of it, without an option of Node.js. */
export function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc")
  const collect: unknown = runInNewContext("gc")
  if (typeof collect !== "function") throw new Error("The garbage collector can't be called")
  return () => collect()
}

/** Bytes in use by JavaScript, and bytes of the whole process, once all garbage is collected. */
export async function memoryInUse(
  collectGarbage: () => void,
): Promise<{ readonly used: number; readonly resident: number }> {
  // What finalizers let go of is there to be collected only in the next turn.
  for (let round = 0; round < 3; round += 1) {
    collectGarbage()
    await nextTurn()
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  return { used: heapUsed + external, resident: rss }
}
