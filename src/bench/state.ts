import type { Emulator } from "../emulator.ts"
import { inProcess, lineTo } from "./in-process.ts"
import { sendCalls, sendChecked } from "./load.ts"
import { create } from "./operations.ts"
import { percentile } from "./statistics.ts"

/** How long something takes that test suites do with an emulator's state, in milliseconds. */
export interface StateRow {
  readonly operation: string
  readonly p50: number
  readonly p99: number
}

/** Without passwords: hashing a hundred thousand would take the longest. */
const newUser = create("state")

const REPETITIONS = 500
/** How many users a test has that goes by a project of its own. */
const USERS_OF_A_TEST = 10

async function timed(operation: string, run: () => unknown, between: () => unknown = () => {}) {
  const times: number[] = []
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
    await between()
  }
  return { operation, p50: percentile(times, 50), p99: percentile(times, 99) }
}

async function fill(emulator: Emulator, projectId: string, users: number) {
  const stage = { projectId, apiKey: emulator.project(projectId).apiKey, users, session: "" }
  await sendCalls([lineTo(emulator)], newUser, stage, { first: 0, end: users })
  return stage
}

/**
 * Measures what is to cost next to nothing at any size. Each time something is written in between, so that nothing is
 * there already.
 * @param users how many a project has.
 */
export async function measureState(users: number): Promise<StateRow[]> {
  const { emulator, line } = await inProcess()
  const stage = await fill(emulator, "emulator", users)
  const project = emulator.project("emulator")
  const full = project.snapshot()
  let next = users
  const write = () => sendChecked(line, newUser, stage, next++)
  const refill = async () => {
    project.restore(full)
    await write()
  }
  const small = emulator.project()
  await fill(emulator, small.projectId, USERS_OF_A_TEST)
  return [
    await timed("snapshot", () => emulator.snapshot(), write),
    await timed("restore", () => project.restore(full), write),
    await timed("reset", () => project.reset(), refill),
    await timed("branch the emulator", () => emulator.branch(), write),
    await timed("branch the project", () => project.branch().delete(), write),
    await timed(`a test on its own branch of ${USERS_OF_A_TEST} users: branch, create, delete`, async () => {
      const { projectId, apiKey, delete: end } = small.branch()
      await sendChecked(line, newUser, { ...stage, projectId, apiKey }, USERS_OF_A_TEST)
      end()
    }),
  ]
}
