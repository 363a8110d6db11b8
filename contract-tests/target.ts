import type { Target } from "../src/contract/replay.ts"
import type { Transcript } from "../src/contract/transcript.ts"
import { createEmulator } from "../src/emulator.ts"

// The recordings' projects had this name; authenticator URIs show it as the issuer.
const projectName = "rec"

// Hashing at the server's cost would make the suite take minutes.
const fastCost = "m=8,t=1,p=1"

/**
 * A fresh emulator, in process, with one empty project that is called and keyed as the recorded one was. Its
 * clock stands still between the steps.
 */
export async function createTarget(
  { project, key, steps }: Transcript,
  hashCost: "fast" | "server" = "fast",
): Promise<Target> {
  let moment = steps[0]?.at ?? 0
  const emulator = createEmulator({
    projects: [{ id: project, name: projectName, keys: [key] }],
    strict: true,
    hashCost,
    clock: { now: () => moment },
  })
  return {
    baseUrl: "http://127.0.0.1/v1",
    project,
    key,
    fetch: (request) => emulator.fetch(request),
    ...(hashCost === "fast" && { argon2Cost: fastCost }),
    setClock(at) {
      moment = at
    },
  }
}
