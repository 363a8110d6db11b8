import { setTimeout } from "node:timers/promises"
import { CannotCompare } from "./cannot-compare.ts"

/**
 * Waits.
 *
 * @param ms milliseconds.
 * @throws CannotCompare when the signal comes first.
 */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal })
  } catch {
    throw new CannotCompare("The run was interrupted.")
  }
}
