import fc from "fast-check"
import { sendOne, shownRequest, unsound } from "./field.ts"
import type { Target } from "./target.ts"

/** Milliseconds for making a request smaller. */
const PATIENCE = 30_000

/** Looks whether a request of a batch also fails alone on a fresh emulator, and makes it as small as it still does. */
export async function smallestFailure<R>(target: Target<R>, seed: number, index: number): Promise<string> {
  let smallest: string | undefined
  const property = fc.asyncProperty(target.requests, async (request) => {
    const ground = await target.start(seed)
    try {
      await ground.prepare()
      const sent = ground.bytesOf(request)
      const wrong = [...(await sendOne(target, ground, request, sent)).wrong, ...unsound(ground)]
      if (wrong.length === 0) return
      smallest = [...wrong, shownRequest(sent)].join("\n")
      throw new Error(smallest)
    } finally {
      await ground.emulator.close()
    }
  })
  await fc.check(property, { seed, path: String(index), numRuns: 1, interruptAfterTimeLimit: PATIENCE })
  return smallest === undefined
    ? "Alone on a fresh emulator it does not fail."
    : `Alone on a fresh emulator, made smaller:\n${smallest}`
}
