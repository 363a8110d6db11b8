import type { ResetOptions } from "./reset.ts"
import { print, runAgainstEmulator } from "./run-against-emulator.ts"

/** Runs `reset` and sets the exit code of the process. */
export async function resetEmulator(options: ResetOptions): Promise<void> {
  const { project } = options
  await runAgainstEmulator(options, async ({ ask, endpoint }) => {
    await ask(project === undefined ? "reset" : `projects/${project}/reset`, {}, { method: "POST" })
    print(
      project === undefined
        ? `All projects at ${endpoint} are as they were at the start.`
        : `Project "${project}" is as it was at the start.`,
    )
  })
}
