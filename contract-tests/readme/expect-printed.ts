import { expect } from "vitest"
import { withoutWhatIsMade } from "./what-is-made.ts"

/** Fails unless this was printed, apart from what is new each time. */
export function expectPrinted(printed: string, expected: string, by = "the block"): void {
  expect(withoutWhatIsMade(printed), by).toBe(withoutWhatIsMade(expected))
}
