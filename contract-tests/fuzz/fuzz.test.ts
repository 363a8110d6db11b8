import { randomInt } from "node:crypto"
import { expect, test } from "vitest"
import { fuzz } from "./fuzz.ts"
import { CALLERS, ENCODINGS } from "./fuzzed-request.ts"
import { MANNERS } from "./wire-request.ts"

const seed = randomInt(2 ** 30)

test(`strange requests break nothing: npm run fuzz -- --requests 1080 --seed ${seed}`, async () => {
  const { sent, statuses, kinds, findings } = await fuzz({ requests: 1080, seed })
  expect(findings).toEqual([])
  expect(sent).toBe(1080)
  // Otherwise nothing got far enough to tell.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 204, 400, 401, 403, 404]))
  const wanted = [...MANNERS, ...ENCODINGS.map((one) => `as ${one}`), ...CALLERS.map((one) => `by ${one}`)]
  expect([...kinds.keys()]).toEqual(expect.arrayContaining(wanted))
})
