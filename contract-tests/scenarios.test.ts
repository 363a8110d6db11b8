import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { recordScenario } from "../src/contract/record/record.ts"
import { emulatorReplayer, replayAll } from "../src/contract/replay-all.ts"
import { describeDifferences } from "../src/contract/report.ts"
import { ownScenarios } from "../src/contract/scenarios/own-scenarios.ts"
import { listeningEmulator, realInstance, type ScenarioTarget } from "./scenario-targets.ts"

// A real server hashes passwords at its own cost, and may limit the rate of calls.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 })

const toldSteps = 3

/** What the package's scenarios are answered with must be what the emulator, in process, answers. */
function testScenarios(name: string, open: () => Promise<ScenarioTarget>): void {
  describe(name, () => {
    let opened: ScenarioTarget | undefined
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened?.close())

    test.each(ownScenarios.map((scenario) => [scenario.name, scenario] as const))(
      "%s",
      async (_, scenario) => {
        if (opened === undefined) throw new Error("there is no target")
        const { transcript, leftBehind } = await recordScenario(scenario, opened.target)
        expect(leftBehind).toEqual([])
        expect(transcript.steps).not.toHaveLength(0)
        const { steps } = await replayAll([transcript], emulatorReplayer(opened.hashCost))
        expect(describeDifferences(steps, toldSteps)).toBe("")
      },
    )
  })
}

testScenarios("an emulator that listens", listeningEmulator)

const real = realInstance(process.env)
if (real === undefined) {
  const missing = "a real instance: set APPWRITE_ENDPOINT, APPWRITE_PROJECT_ID and APPWRITE_API_KEY"
  process.stderr.write(`\nNOT COMPARED with ${missing}.\n\n`)
  test.skip(`NOT COMPARED with ${missing}`)
} else testScenarios(`the real instance at ${real.target.baseUrl}`, async () => real)
