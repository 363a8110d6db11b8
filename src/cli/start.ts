import type { Emulator } from "../emulator.ts"
import { appwrite19 } from "../profiles/1.9.ts"
import type { Address } from "../server/listen.ts"
import type { HashCost } from "../world.ts"
import type { Ready } from "./banner.ts"
import { closeOnSignal } from "./close-on-signal.ts"
import { endpointUrl, isLoopback } from "./endpoint-url.ts"

/** The options of `start`, checked. */
export interface StartOptions {
  readonly port: number
  readonly host: string
  readonly project: string
  readonly apiKey: string
  readonly strict: boolean
  /** Path of a file. */
  readonly seed?: string
  readonly hashCost: HashCost
  /** Whether answers tell their evidence, or are also refused where there is none. */
  readonly evidence?: "told" | "required"
  readonly randomSeed?: number
  readonly rateLimits: boolean
  /** How many requests are kept whole. */
  readonly transcripts: number
  readonly quiet: boolean
  readonly json: boolean
}

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const tellAsJson = (notice: string): void => tell(JSON.stringify({ notice }))

/**
 * `start`: runs the emulator until the process is asked to end. Ends it with exit code 1 if the port can't be had, 2 if the
 * seed can't be planted.
 */
export async function start(options: StartOptions): Promise<void> {
  const { host, project, apiKey, quiet } = options
  const emulator = await seededOrExplain(options)
  if (emulator === undefined) return
  const listening = await listenOrExplain(emulator, options)
  if (listening === undefined) return
  closeOnSignal(listening.close)
  const endpoint = endpointUrl(host, listening.port)
  const { version: appwrite } = appwrite19
  const ready = { endpoint, projectId: project, apiKey, port: listening.port, pid: process.pid, appwrite }
  process.stdout.write(await announcement(ready, options))
  if (!quiet) {
    const { printRequests } = await import("./print-requests.ts")
    printRequests(emulator, options)
  }
  if (!isLoopback(host)) {
    tell(`Warning: listening on ${host}, so everybody in the network can reach the emulator, with any key.
Without --host it listens on 127.0.0.1, for this machine only.`)
  }
}

async function seededOrExplain(options: StartOptions): Promise<Emulator | undefined> {
  const { project, apiKey, strict, seed, hashCost, evidence, randomSeed, rateLimits } = options
  const { transcripts, quiet, json } = options
  const { createEmulator, SeedError } = await import("../emulator.ts")
  const created = createEmulator({
    projects: [{ id: project }],
    apiKey,
    strict,
    ...(seed !== undefined && { seed }),
    hashCost,
    ...(randomSeed !== undefined && { randomSeed }),
    rateLimits,
    evidence: evidence === "required" ? evidence : evidence !== undefined,
    log: quiet ? () => {} : json ? tellAsJson : tell,
    requestLog: { transcripts },
  })
  return created.catch((error: unknown) => {
    if (!(error instanceof SeedError)) throw error
    tell(`${error.message}\nNothing was planted, and nothing started.`)
    process.exitCode = 2
    return undefined
  })
}

async function listenOrExplain(emulator: Emulator, { host, port }: Address) {
  try {
    return await emulator.listen({ host, port, ownsProcess: true })
  } catch (error) {
    const { listenFailure } = await import("./listen-failure.ts")
    tell(listenFailure(error, { host, port }))
    process.exitCode = 1
    return undefined
  }
}

/** What goes to standard output. Who is to be quiet still tells the port if it was left to chance. */
async function announcement(ready: Ready, { json, quiet, port }: StartOptions): Promise<string> {
  if (quiet && !json) return port === 0 ? `${ready.endpoint}\n` : ""
  const [{ banner, jsonBanner }, { styleFor }] = await Promise.all([
    import("./banner.ts"),
    import("./style.ts"),
  ])
  return json ? jsonBanner(ready) : banner(ready, styleFor(process.stdout))
}
