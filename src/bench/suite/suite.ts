import { execFile } from "node:child_process"
import { basename } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { median } from "../statistics.ts"

/** What the fixtures for vitest cost, in milliseconds a test. */
export interface SuiteCost {
  /** A test with a seeded project of its own. */
  readonly withKit: number
  /** The same test without. */
  readonly withoutKit: number
}

/** What vitest reports of the files of a run. */
interface Report {
  readonly success: boolean
  readonly testResults: readonly {
    readonly name: string
    readonly startTime: number
    readonly endTime: number
    /** One a test. */
    readonly assertionResults: readonly unknown[]
  }[]
}

const VITEST = fileURLToPath(new URL("../../../node_modules/vitest/vitest.mjs", import.meta.url))
const CONFIG = fileURLToPath(new URL("vitest.config.ts", import.meta.url))
const MOST_OUTPUT = 64 * 1024 * 1024

async function runSuite(): Promise<SuiteCost> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [VITEST, "run", "--config", CONFIG, "--reporter=json"],
    { maxBuffer: MOST_OUTPUT },
  )
  const { success, testResults }: Report = JSON.parse(stdout)
  if (!success) throw new Error("A test of the measured suite failed")
  const perTest = (file: string): number => {
    const suite = testResults.find(({ name }) => basename(name) === file)
    if (suite === undefined) throw new Error(`vitest did not run ${file}`)
    return (suite.endTime - suite.startTime) / suite.assertionResults.length
  }
  return { withKit: perTest("with-kit.case.mjs"), withoutKit: perTest("without-kit.case.mjs") }
}

/** Runs a suite with the fixtures and one without, both in vitest, and takes the medians. @param runs how often. */
export async function measureSuite(runs: number): Promise<SuiteCost> {
  const costs: SuiteCost[] = []
  for (let run = 0; run < runs; run += 1) costs.push(await runSuite())
  return {
    withKit: median(costs.map(({ withKit }) => withKit)),
    withoutKit: median(costs.map(({ withoutKit }) => withoutKit)),
  }
}
