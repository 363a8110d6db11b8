import { checkOptions } from "./check-options.ts"
import { DEFAULT_API_KEY, DEFAULT_PROJECT } from "./defaults.ts"
import { optionsConflict, randomSeedInvalid } from "./emulator-error.ts"
import type { Emulator, NewProjectOptions } from "./handle/emulator.ts"
import { newEmulator } from "./handle/new-emulator.ts"
import type { ProfileName } from "./profiles/profile.ts"
import { DEFAULT_PROFILE, PROFILES } from "./profiles/profiles.ts"
import { fullKey } from "./project/api-key.ts"
import { openDatabase } from "./project/database.ts"
import { newProject } from "./project/project.ts"
import { CONSOLE } from "./project/project-id.ts"
import type { ProjectState } from "./project/projects.ts"
import type { RequestLogOptions } from "./request-log/emulator-log.ts"
import { newWorld } from "./running-world.ts"
import type { SeedSource } from "./seed/seed-source.ts"
import type { Clock } from "./store/clock.ts"
import type { Randomness } from "./store/randomness.ts"
import type { WebhookOptions } from "./webhooks/webhook.ts"
import type { Deliver } from "./webhooks/webhook-request.ts"
import type { HashCost, World } from "./world.ts"

export { EmulatorError, type EmulatorErrorCode } from "./emulator-error.ts"
export type { EmulatorEvent, EmulatorEvents, EventOptions } from "./events/emulator-events.ts"
export type {
  ErrorFault,
  FaultAim,
  FaultCaller,
  FaultEffect,
  FaultMoment,
  FaultRule,
  SilentFault,
  SpoiltFault,
} from "./faults/fault-rule.ts"
export type { Fault, FaultControl } from "./faults/faults.ts"
export type {
  CollectionDiff,
  FieldChange,
  ProjectDiff,
  SnapshotDiff,
  SnapshotDiffOptions,
} from "./handle/diff.ts"
export type { Emulator, NewProjectOptions } from "./handle/emulator.ts"
export type { DataSource, EmulatorData, ExportOptions } from "./handle/emulator-data.ts"
export type { EmulatorProject, SeedOptions } from "./handle/emulator-project.ts"
export type { MessageFilter, Outbox, WaitOptions } from "./handle/outbox.ts"
export type { RateLimitControl } from "./handle/rate-limit-control.ts"
export type { ProjectSnapshot, Snapshot } from "./handle/snapshot.ts"
export type { ProfileName } from "./profiles/profile.ts"
export type { OutboxMessage } from "./project/outbox.ts"
export type { EmulatorLog, ProjectLog, RequestLogOptions } from "./request-log/emulator-log.ts"
export type { IgnoredParameter, LogCaller, LogEntry } from "./request-log/log-entry.ts"
export type { LogFilter, StatusClass } from "./request-log/log-filter.ts"
export { LogTimeoutError, type NearMiss } from "./request-log/log-timeout.ts"
export type { Planted, PlantedKey, PlantedSession, PlantedUser } from "./seed/planted.ts"
export { SeedError, type SeedProblem } from "./seed/seed-error.ts"
export type { Seed, SeedTeam, SeedUser } from "./seed/seed-shape.ts"
export type { SeedSource } from "./seed/seed-source.ts"
export type { EmulatorClock } from "./store/controlled-clock.ts"
export type { Duration, Moment } from "./store/moment.ts"
export type { Delivery, Webhook, WebhookOptions } from "./webhooks/webhook.ts"
export type { Deliver, WebhookRequest } from "./webhooks/webhook-request.ts"
export type { Webhooks } from "./webhooks/webhooks.ts"

/** A project that is there from the start. Its keys are by default the emulator's own one. */
export interface ProjectOptions extends NewProjectOptions {
  readonly id: string
}

export interface EmulatorOptions {
  /** The version of Appwrite that serves the projects that name none; by default `1.9`. */
  readonly appwrite?: ProfileName
  /** By default one project, `emulator`. */
  readonly projects?: readonly ProjectOptions[]
  /** Secret of the API key of projects that name none; by default `emulator`. */
  readonly apiKey?: string
  /** Whether only announced projects exist; by default a project is made when a request first names it. */
  readonly strict?: boolean
  /**
   * What each project starts with, and goes back to at a reset: also those that are made later. A seed, or the path of a
   * file that holds one.
   */
  readonly seed?: SeedSource
  /**
   * File of an export: what its projects held is there from the start, and comes back at a reset. Announced projects have
   * their own keys besides those of the file.
   */
  readonly data?: string
  /** By default `fast`. */
  readonly hashCost?: HashCost
  /** Where time comes from as long as `emulator.clock` does not change it; by default from the system. */
  readonly clock?: Clock
  /** By default the system's. */
  readonly randomness?: Randomness
  /**
   * A whole number. With it IDs, secrets, codes, salts and times come out the same in each run that sends the same
   * requests in the same order: they are answered one after the other, and unless there is a `clock`, time begins with
   * the year 2026 and goes on by one millisecond with each request. By default nothing repeats.
   */
  readonly randomSeed?: number
  /**
   * Whether each answer says in `X-Emulator-Evidence` on what it rests: `recorded 1.9.6`, `accepted difference` or
   * `declared only`; by default not. With `required`, what is declared only is answered with status 501.
   */
  readonly evidence?: boolean | "required"
  /** Who is told of events by HTTP; by default nobody. */
  readonly webhooks?: readonly WebhookOptions[]
  /** Sends what goes to webhooks; by default by HTTP. */
  readonly deliver?: Deliver
  /** Whether clients may call the routes of logins and mails only as often as on a real server; by default not. */
  readonly rateLimits?: boolean
  /** Is told what a person should know; by default nobody is. */
  readonly log?: (line: string) => void
  /** How much the request log keeps; `false`: there is none. */
  readonly requestLog?: RequestLogOptions | false
}

export { DEFAULT_API_KEY, DEFAULT_PROJECT } from "./defaults.ts"

/**
 * An Appwrite server for users, in memory.
 * @throws EmulatorError `option_unknown`, `option_invalid`, `options_conflict`, `random_seed_invalid`,
 * `project_id_invalid`, `data_unreadable`, `data_invalid`; SeedError, which names all that is wrong with the seed
 * @example
 * const emulator = await createEmulator()
 * const response = await emulator.fetch(new Request("http://localhost/v1/health/version"))
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  checkOptions(options)
  const { clock, randomness } = options
  const repeating = await repeatingOf(options)
  const profile = PROFILES[options.appwrite ?? DEFAULT_PROFILE]
  const running = newWorld(
    { clock, randomness, seed: repeating },
    { profile, hashCost: options.hashCost ?? "fast" },
  )
  const defaultKeys = [fullKey(options.apiKey ?? DEFAULT_API_KEY)]
  const announced = options.projects ?? [{ id: DEFAULT_PROJECT }]
  const nothing = openDatabase(profile.settings).capture()
  const { state, planted } = await startOf(options, running.world, announced[0]?.id ?? DEFAULT_PROJECT)
  const projects = announced.map(({ id, name = id, keys, appwrite }) => {
    const own = appwrite === undefined ? profile : PROFILES[appwrite]
    // What is planted obeys the rules of the emulator's own version.
    const base = own === profile ? state : openDatabase(own.settings).capture()
    return { id, name, profile: own, keys: keys?.map(fullKey) ?? defaultKeys, base, state: base }
  })
  return newEmulator({
    running,
    start: running.capture(),
    projects: [
      { id: CONSOLE, name: CONSOLE, profile, keys: [], base: nothing, state: nothing },
      ...(await withData(options, projects)),
    ],
    strict: options.strict ?? false,
    defaultKeys,
    defaultBase: state,
    planted,
    evidence: options.evidence ?? false,
    rateLimits: { all: options.rateLimits ?? false, projects: new Map() },
    log: options.log ?? (() => {}),
    webhooks: { webhooks: options.webhooks ?? [], deliver: options.deliver },
    requestLog: options.requestLog ?? {},
    lineage: Symbol("lineage"),
    named: 0,
  })
}

/** What all projects start with. Planting is loaded only where something is to be planted. */
async function startOf({ seed }: EmulatorOptions, world: World, id: string) {
  const project = newProject({ id, name: id, profile: world.profile, keys: [] })
  if (seed === undefined) return { state: project.database.capture(), planted: undefined }
  const { seedFresh } = await import("./seed/seed-project.ts")
  const planted = await seedFresh(world, project, seed)
  return { state: project.database.capture(), planted }
}

/** Reading data is loaded only where there is any. */
async function withData({ data }: EmulatorOptions, announced: readonly ProjectState[]) {
  if (data === undefined) return announced
  const [{ readDataFile }, { withImported }] = await Promise.all([
    import("./data/data-file.ts"),
    import("./data/import-projects.ts"),
  ])
  return withImported(announced, await readDataFile(data))
}

/** What makes runs repeat is loaded only where that is wanted. */
async function repeatingOf({ randomSeed, randomness }: EmulatorOptions) {
  if (randomSeed === undefined) return undefined
  if (randomness !== undefined) throw optionsConflict("randomSeed", "randomness")
  if (!(Number.isSafeInteger(randomSeed) && randomSeed >= 0)) throw randomSeedInvalid(randomSeed)
  const { seedSource } = await import("./store/seed-source.ts")
  return seedSource(randomSeed)
}
