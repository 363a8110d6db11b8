import { serverTarget } from "../src/contract/real-project/server-target.ts"
import type { Target } from "../src/contract/replay.ts"
import { createEmulator } from "../src/emulator.ts"

/** A server that scenarios are played on. */
export interface ScenarioTarget {
  readonly target: Target
  /** What it spends on passwords. */
  readonly hashCost: "fast" | "server"
  close(): Promise<void>
}

/** An emulator on a free port, with an empty project. */
export async function listeningEmulator(): Promise<ScenarioTarget> {
  const project = "contract-project"
  const key = "standard_0123456789abcdef"
  const { url, close } = await (await createEmulator({ projects: [{ id: project, keys: [key] }] })).listen()
  return { target: serverTarget({ endpoint: `${url}/v1`, project, key }), hashCost: "fast", close }
}

/** The server that the environment names; undefined when it names none, or not all that is needed. */
export function realInstance(env: NodeJS.ProcessEnv): ScenarioTarget | undefined {
  const { APPWRITE_ENDPOINT: endpoint, APPWRITE_PROJECT_ID: project, APPWRITE_API_KEY: key } = env
  if (!endpoint || !project || !key) return undefined
  return { target: serverTarget({ endpoint, project, key }), hashCost: "server", close: async () => {} }
}
