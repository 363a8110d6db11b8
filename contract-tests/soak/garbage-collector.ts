import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** Collects garbage at once, and all of it, without an option of Node.js. */
export function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc")
  const collect: unknown = runInNewContext("gc")
  if (typeof collect !== "function") throw new Error("The garbage collector can't be called")
  return () => collect()
}
