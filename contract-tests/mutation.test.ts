import fc from "fast-check"
import { expect, test } from "vitest"
import { isJsonObject, type JsonValue } from "../src/contract/json-value.ts"
import { replay } from "../src/contract/replay.ts"
import type { Step } from "../src/contract/transcript.ts"
import { mutations, valueAt, waysIn, withValueAt } from "./mutation.ts"
import { readRecording, recordingFiles } from "./recordings.ts"
import { renewedServer } from "./renewed-server.ts"

// Each run replays a transcript up to one step; later steps only repeat what the first ones show.
const longest = 25

test("one wrong value anywhere in a JSON body is a difference of its step", { timeout: 60_000 }, async () => {
  const file = fc.constantFrom(...recordingFiles("1.9.6"))
  await fc.assert(
    fc.asyncProperty(file, fc.nat(), fc.nat(), fc.nat(), async (name, anyStep, anyWay, anyMutation) => {
      const whole = readRecording(name)
      const last = anyStep % Math.min(whole.steps.length, longest)
      const transcript = { ...whole, steps: whole.steps.slice(0, last + 1) }
      const step = transcript.steps[last]
      fc.pre(step !== undefined && isComparedInFull(step))
      const { target, now } = renewedServer(transcript, (answer, _, index) =>
        index < last ? answer : { ...answer, body: spoil(answer.body, anyWay, anyMutation) },
      )
      const steps = await replay(transcript, target, now)
      expect(steps.at(-1)?.differences).not.toEqual([])
    }),
    { numRuns: 50 },
  )
})

function spoil(body: JsonValue, anyWay: number, anyMutation: number): JsonValue {
  const ways = waysIn(body).filter((way) => !isFree(way.at(-1)))
  const way = ways[anyWay % ways.length] ?? []
  const value = valueAt(body, way) ?? null
  const wrong = Object.values(mutations)
    .map((mutate) => mutate(value))
    .filter((fresh) => fresh !== undefined)
  const fresh = wrong[anyMutation % wrong.length]
  return withValueAt(body, way, fresh ?? "wrong")
}

/** Not so: empty answers, pages (whose text is ours) and the project model. */
function isComparedInFull({ path, answer: { body } }: Step): boolean {
  return (
    isJsonObject(body) && body.$text === undefined && !path.startsWith("/project/") && !holdsGreatNumber(body)
  )
}

/** One more makes no difference to a number beyond 2^53. */
function holdsGreatNumber(value: JsonValue): boolean {
  return waysIn(value).some((way) => Number(valueAt(value, way)) > Number.MAX_SAFE_INTEGER)
}

/** Members whose length varies from run to run: a process number, two random words. */
function isFree(member: string | number | undefined): boolean {
  return member === "random_state" || member === "phrase"
}
