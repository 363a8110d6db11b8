import { expect, test } from "vitest"
import { recorded } from "../src/evidence/recorded.ts"
import { sdkCalls } from "../src/evidence/sdk-calls.ts"
import { currentEvidence } from "./evidence.ts"

test("the shipped tables are those of the recordings and clients of now", async () => {
  expect({ recorded, sdkCalls }, "run npm run evidence").toEqual(await currentEvidence())
})
