import { expect, test } from "vitest"
import { type Break, pathsOfDifference } from "./broken-answer.ts"

/** What is wrong, in which step of which recording, and where the difference must be found. */
export type BrokenCase = readonly [what: string, file: string, step: number, spoil: Break, found: string]

/** Tests that each of the wrong answers is found, and found where it is wrong. */
export function testBroken(cases: readonly BrokenCase[]): void {
  test.each(cases)("%s is a difference", async (_, file, step, spoil, found) => {
    expect(await pathsOfDifference(file, step, spoil)).toContain(found)
  })
}

/** A minute in milliseconds. */
export const minute = 60_000

/** A text without its last character. */
export function cutLast(text: string): string {
  return text.slice(0, -1)
}
