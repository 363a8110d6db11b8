import { randomInt } from "node:crypto"
import { expect, test } from "vitest"
import { fuzz } from "./fuzz.ts"

const seed = randomInt(2 ** 30)

test(`strange requests break nothing: npm run fuzz -- --requests 600 --seed ${seed}`, async () => {
  const { sent, statuses, findings } = await fuzz({ requests: 600, seed })
  expect(findings).toEqual([])
  expect(sent).toBe(600)
  // Otherwise nothing got far enough to tell.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 204, 400, 401, 404]))
})
