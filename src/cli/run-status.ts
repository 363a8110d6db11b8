import { print, runAgainstEmulator } from "./run-against-emulator.ts"
import type { RunningEmulator } from "./running-emulator.ts"
import type { StatusOptions } from "./status.ts"
import { styleFor } from "./style.ts"
import { table } from "./table.ts"

interface ShownKey {
  readonly secret: string
  readonly scopes: "all" | readonly string[]
}

/** A project as the emulator lists it. */
export interface ShownProject {
  readonly id: string
  readonly users: number
  readonly keys: readonly ShownKey[]
}

/** All projects of a running emulator, oldest first. */
export async function projectsOf({ ask }: RunningEmulator): Promise<readonly ShownProject[]> {
  const { projects }: { projects: readonly ShownProject[] } = JSON.parse(await (await ask("projects")).text())
  return projects
}

/** Runs `status` and sets the exit code of the process. */
export async function showStatus(options: StatusOptions): Promise<void> {
  await runAgainstEmulator(options, async (emulator) => {
    const { endpoint, appwrite, ask } = emulator
    const projects = await projectsOf(emulator)
    const clock: { now: string; frozen: boolean } = JSON.parse(await (await ask("clock")).text())
    const { faults }: { faults: readonly unknown[] } = JSON.parse(await (await ask("faults")).text())
    if (options.json) {
      return print(JSON.stringify({ endpoint, appwrite, clock, faults: faults.length, projects }))
    }
    const style = styleFor(process.stdout)
    print(
      `${style.strong(`Appwrite ${appwrite} users emulator runs.`)}`,
      "",
      `Endpoint  ${endpoint}`,
      `Time      ${clock.now}${clock.frozen ? ", which stands still" : ""}`,
      ...(faults.length === 0
        ? []
        : [`Faults    ${faults.length} set, so some requests go wrong on purpose`]),
      "",
      ...table(
        projects,
        [
          { title: "PROJECT", cell: ({ id }) => id },
          { title: "USERS", cell: ({ users }) => String(users) },
          { title: "API KEYS", cell: ({ keys }) => keys.map(keyText).join(", ") || "none" },
        ],
        style,
      ),
    )
  })
}

function keyText({ secret, scopes }: ShownKey): string {
  return scopes === "all" ? secret : `${secret} (${scopes.join(" ") || "no scope"})`
}
