import type { Emulator } from "../emulator.ts"
import type { ProfileName } from "../profiles/profile.ts"
import { PROFILES } from "../profiles/profiles.ts"
import type { Bounds } from "../server/bounds.ts"
import type { HashCost } from "../world.ts"
import type { Ready } from "./banner.ts"
import { boundsOf } from "./bound-options.ts"
import { closeAtEnd } from "./close-at-end.ts"
import type { DataPlan } from "./data-plan.ts"
import { endpointUrl, isLoopback } from "./endpoint-url.ts"

/** The options of `start`, checked. */
export interface StartOptions extends Bounds {
  readonly port: number
  readonly host: string
  readonly project: string
  readonly appwrite: ProfileName
  readonly apiKey: string
  readonly strict: boolean
  /** Path of a file. */
  readonly seed?: string
  /** Whether a change of that file is to be planted. */
  readonly watch: boolean
  /** Path of a file. */
  readonly import?: string
  /** Path of a file; `true`: that of the import. */
  readonly exportOnExit?: string | true
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

/** What tells a person something on the way: in JSON, if all is to be JSON. */
function noticeOf({ json }: StartOptions): (line: string) => void {
  return json ? (notice) => tell(JSON.stringify({ notice })) : tell
}

/**
 * `start`: runs the emulator until the process is asked to end. Ends it with exit code 1 if the port can't be had, 2 if the
 * seed can't be planted or the data can't be imported, and 1 if at the end the data is not exported to where it was to go.
 */
export async function start(options: StartOptions): Promise<void> {
  const { host, project, apiKey, quiet } = options
  const notice = noticeOf(options)
  if (options.watch && options.seed === undefined) {
    tell("--watch watches a seed file, and there is none: name it by --seed seed.yaml. init writes one.")
    process.exitCode = 2
    return
  }
  const started = await filledOrExplain(options)
  if (started === undefined) return
  const { emulator, atExit } = started
  const listening = await listenOrExplain(emulator, options)
  if (listening === undefined) return
  closeAtEnd({
    async close() {
      await listening.close()
      if (atExit === undefined) return
      const { exportAtExit } = await import("./export-on-exit.ts")
      const isKept = await exportAtExit(emulator, atExit, notice)
      if (!isKept) process.exitCode = 1
      else if (!quiet) notice(`Exported to ${atExit.file}.`)
    },
    tell: notice,
  })
  if (options.watch && options.seed !== undefined) {
    const { reseedOnChange } = await import("./reseed-on-change.ts")
    await reseedOnChange(emulator, options.seed, { tell: quiet ? () => {} : notice, warn: notice })
  }
  const endpoint = endpointUrl(host, listening.port)
  const { version } = PROFILES[options.appwrite]
  const ready = {
    endpoint,
    projectId: project,
    apiKey,
    port: listening.port,
    pid: process.pid,
    appwrite: version,
    ...(atExit && { keptIn: atExit.file }),
  }
  process.stdout.write(await announcement(ready, options))
  if (!quiet) {
    const { printRequests } = await import("./print-requests.ts")
    printRequests(emulator, options)
  }
  if (!isLoopback(host)) {
    notice(`Warning: listening on ${host}, so everybody in the network can reach the emulator, with any key.
Without --host it listens on 127.0.0.1, for this machine only.`)
  }
}

async function filledOrExplain(options: StartOptions) {
  const { project, apiKey, strict, seed, hashCost, evidence, randomSeed, rateLimits } = options
  const { appwrite, transcripts, quiet } = options
  const { createEmulator, EmulatorError, SeedError } = await import("../emulator.ts")
  try {
    const { data, atExit } = await planOf(options)
    const emulator = await createEmulator({
      projects: [{ id: project }],
      appwrite,
      apiKey,
      strict,
      ...(seed !== undefined && { seed }),
      ...(data !== undefined && { data }),
      hashCost,
      ...(randomSeed !== undefined && { randomSeed }),
      rateLimits,
      evidence: evidence === "required" ? evidence : evidence !== undefined,
      log: quiet ? () => {} : noticeOf(options),
      requestLog: { transcripts },
    })
    return { emulator, atExit }
  } catch (error) {
    if (!(error instanceof SeedError || error instanceof EmulatorError)) throw error
    tell(`${error.message}\nNothing started.`)
    process.exitCode = 2
    return undefined
  }
}

/** What is to be kept is loaded only where something is. */
async function planOf(options: StartOptions): Promise<DataPlan> {
  if (options.import === undefined && options.exportOnExit === undefined) return {}
  const { dataPlan } = await import("./data-plan.ts")
  return dataPlan(options, noticeOf(options))
}

async function listenOrExplain(emulator: Emulator, options: StartOptions) {
  const { host, port } = options
  try {
    return await emulator.listen({ host, port, ...boundsOf(options), ownsProcess: true })
  } catch (error) {
    const { listenFailure } = await import("./listen-failure.ts")
    tell(listenFailure(error, options))
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
