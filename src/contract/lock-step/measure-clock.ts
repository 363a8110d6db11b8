import type { Target } from "../replay.ts"
import type { ClockOffset, TimedAnswer } from "./ask.ts"
import { expectObject } from "./expect-object.ts"
import { keyCall } from "./key-call.ts"

/** A date that a server has written, and when the request was under way by the own clock. */
export interface Moment {
  readonly date: unknown
  readonly span: TimedAnswer["span"]
}

/** How far a server's clock is ahead, as dates show that it has written. */
export function offsetOf(moments: readonly Moment[]): ClockOffset {
  // Each lies between request and answer, but for what is cut to the millisecond.
  return {
    from: Math.max(...moments.map(({ date, span }) => Date.parse(String(date)) - span.to)) - 1,
    to: Math.min(...moments.map(({ date, span }) => Date.parse(String(date)) - span.from)) + 1,
  }
}

/**
 * Measures how far a server's clock is ahead, with a user that is deleted again: clocks of two machines drift apart.
 *
 * @param cleaner the same server, called also after an interruption.
 * @param userId an ID that nobody has.
 * @throws CannotCompare when the server refuses.
 */
export async function measureClock(target: Target, cleaner: Target, userId: string): Promise<ClockOffset> {
  const path = `/users/${userId}`
  try {
    const made = await keyCall(target, "POST", "/users", { userId })
    const moments = [{ date: expectObject(made.answer, "POST /users").$createdAt, span: made.span }]
    for (const name of ["Lock", "Step"]) {
      const { answer, span } = await keyCall(target, "PATCH", `${path}/name`, { name })
      moments.push({ date: expectObject(answer, `PATCH ${path}/name`).$updatedAt, span })
    }
    return offsetOf(moments)
  } finally {
    await keyCall(cleaner, "DELETE", path)
  }
}
