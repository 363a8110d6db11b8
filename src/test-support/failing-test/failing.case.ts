import { expect } from "vitest"
import type { Emulator } from "../../emulator.ts"
import type { EmulatorProject } from "../../handle/emulator-project.ts"
import { test } from "../../testkit/vitest.ts"

async function statusOfNobody(emulator: Emulator, { projectId, apiKey, endpoint }: EmulatorProject) {
  const headers = { "x-appwrite-project": projectId, "x-appwrite-key": apiKey }
  return (await emulator.fetch(new Request(`${endpoint}/users/nobody`, { headers }))).status
}

test("fails", async ({ emulator, project }) => {
  expect(await statusOfNobody(emulator, project)).toBe(200)
})

test("passes", async ({ emulator, project }) => {
  expect(await statusOfNobody(emulator, project)).toBe(404)
})
