import { join } from "node:path"
import { CannotCompare } from "../contract/lock-step/cannot-compare.ts"
import { askerOf } from "../contract/real-project/ask.ts"
import { ownPaths } from "../contract/real-project/clean-up.ts"
import { serverTarget } from "../contract/real-project/server-target.ts"
import { recordScenario } from "../contract/record/record.ts"
import { UnfitRecordingError } from "../contract/record/record-error.ts"
import { walk } from "../contract/record/walk.ts"
import type { Scenario } from "../contract/scenario.ts"
import { loadScenarios } from "../contract/scenarios/load-scenarios.ts"
import { ownScenarios } from "../contract/scenarios/own-scenarios.ts"
import { transcriptText } from "../contract/transcript-text.ts"
import type { ContractRecordOptions } from "./contract-record.ts"
import { contractRun, exitCodes, showProgress, tell, writeOrRefuse } from "./contract-run.ts"

/** What came of one scenario, for machines. */
interface Outcome {
  readonly scenario: string
  readonly file: string | null
  readonly steps: number
  readonly problems: readonly string[]
}

/** Runs `contract record` and sets the exit code of the process. */
export async function contractRecord(options: ContractRecordOptions): Promise<void> {
  await contractRun(async (signal) => {
    const { out, prefix, allowNonEmpty = false, json, timeout } = options
    const target = serverTarget({ ...options, timeout: timeout * 1000 })
    const scenarios = await chosenScenarios(options)
    if (options.clean) {
      const ask = askerOf(target, { signal })
      for (const path of await ownPaths(ask, prefix)) await ask("DELETE", path)
    }
    const outcomes: Outcome[] = []
    for (const [index, scenario] of scenarios.entries()) {
      showProgress(`${index + 1} of ${scenarios.length}: ${scenario.name}`)
      const onWait = (ms: number) =>
        tell(`The server is busy: ${scenario.name} waits ${Math.ceil(ms / 1000)} s.`)
      const outcome = await keep(scenario, out, () =>
        recordScenario(scenario, target, { prefix, allowNonEmpty, signal, onWait }),
      )
      outcomes.push(outcome)
      showProgress("")
      if (!json) process.stdout.write(lineOf(outcome))
    }
    if (json) process.stdout.write(`${JSON.stringify({ out, scenarios: outcomes })}\n`)
    return outcomes.every(({ problems }) => problems.length === 0) ? exitCodes.same : exitCodes.different
  })
}

async function keep(
  { name }: Scenario,
  out: string,
  record: () => ReturnType<typeof recordScenario>,
): Promise<Outcome> {
  try {
    const { transcript, leftBehind } = await record()
    const file = join(out, `${name}.json`)
    writeOrRefuse(file, transcriptText(transcript))
    return { scenario: name, file, steps: transcript.steps.length, problems: leftBehind }
  } catch (error) {
    if (!(error instanceof UnfitRecordingError)) throw error
    return { scenario: name, file: null, steps: 0, problems: [error.message] }
  }
}

async function chosenScenarios(options: ContractRecordOptions): Promise<readonly Scenario[]> {
  const { only, walks, seed, steps, allowNonEmpty } = options
  const added = await Promise.all((options.scenarios ?? []).map(loadScenarios))
  const random = Array.from({ length: walks }, (_, index) => walk(seed + index, steps))
  const all = [...ownScenarios, ...added.flat(), ...random]
  const unknown = only?.find((name) => !all.some((scenario) => scenario.name === name))
  if (unknown !== undefined) {
    throw new CannotCompare(
      `There is no scenario "${unknown}", only: ${all.map(({ name }) => name).join(", ")}.`,
    )
  }
  const chosen = only === undefined ? all : all.filter(({ name }) => only.includes(name))
  const skipped = allowNonEmpty ? chosen.filter(({ changesSettings }) => changesSettings) : []
  for (const { name } of skipped) {
    tell(`Left out: ${name}, since it changes settings of a project that others use.`)
  }
  return chosen.filter((scenario) => !skipped.includes(scenario))
}

function lineOf({ scenario, file, steps, problems }: Outcome): string {
  const told = file === null ? "not kept" : `${steps} steps`
  return [`${scenario}: ${told}`, ...problems.map((problem) => `  ${problem}`)].join("\n").concat("\n")
}
