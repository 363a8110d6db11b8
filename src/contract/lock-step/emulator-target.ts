import type { ProfileName } from "../../profiles/profile.ts"
import type { HashCost } from "../../world.ts"
import type { Target } from "../replay.ts"
import type { ServerFacts } from "./survey.ts"

/**
 * A new emulator in process, to be compared with a server: under the same address and with the same project. Its clock
 * stands still while it answers.
 *
 * @param facts of the server.
 * @param hashCost `server`, unless the server is an emulator itself.
 * @param appwrite the version that it is to be.
 */
export async function loadEmulatorTargets(
  server: Target,
  hashCost: HashCost,
  appwrite: ProfileName = "1.9",
): Promise<(facts: ServerFacts) => Target> {
  const { createEmulator } = await import("../../emulator.ts")
  const isSecure = server.baseUrl.startsWith("https:")
  return ({ projectName }) => {
    let moment = 0
    const { project, key } = server
    const emulator = createEmulator({
      appwrite,
      projects: [{ id: project, name: projectName ?? project, keys: [key] }],
      strict: true,
      hashCost,
      clock: { now: () => moment },
    })
    return {
      baseUrl: server.baseUrl,
      project,
      key,
      async fetch(request) {
        const { fetch } = await emulator
        moment = Date.now()
        if (isSecure) request.headers.set("x-forwarded-proto", "https")
        return fetch(request)
      },
    }
  }
}
