import { ControlError } from "./control-error.ts"

/** Longer than this no request should hang. */
const LONGEST_WAIT = 60_000

/**
 * How long to wait, in milliseconds.
 * @throws ControlError 400
 */
export function readWait(text = "0"): number {
  const wait = Number(text)
  if (/^\d+$/.test(text) && wait <= LONGEST_WAIT) return wait
  throw new ControlError(400, `wait: expected milliseconds from 0 to ${LONGEST_WAIT}.`)
}
