import type { EmulatorEvents } from "../events/emulator-events.ts"
import type { FaultControl } from "../faults/faults.ts"
import type { ProfileName } from "../profiles/profile.ts"
import type { EmulatorLog } from "../request-log/emulator-log.ts"
import type { Planted } from "../seed/planted.ts"
import type { SeedSource } from "../seed/seed-source.ts"
import type { Address, Listening } from "../server/listen.ts"
import type { EmulatorClock } from "../store/controlled-clock.ts"
import type { Webhooks } from "../webhooks/webhooks.ts"
import type { SnapshotDiff, SnapshotDiffOptions } from "./diff.ts"
import type { EmulatorData } from "./emulator-data.ts"
import type { EmulatorProject, SeedOptions } from "./emulator-project.ts"
import type { Outbox } from "./outbox.ts"
import type { RateLimitControl } from "./rate-limit-control.ts"
import type { Snapshot } from "./snapshot.ts"

/** How a project is made that is not there yet. */
export interface NewProjectOptions {
  /** Shown where the server shows the name of a project; by default the ID. */
  readonly name?: string
  /** Secrets of API keys with every scope. */
  readonly keys?: readonly string[]
  /**
   * The version of Appwrite that serves it; by default that of the emulator. With another one it starts empty, as what the
   * option `seed` plants obeys the rules of one version: `seed()` of the project plants there.
   */
  readonly appwrite?: ProfileName
}

/** A running emulator. */
export interface Emulator extends AsyncDisposable, EmulatorData {
  /**
   * Answers a request in process, without any port.
   * @param request as the web's own `fetch` takes it; a path will do: `/v1/users`.
   * @throws EmulatorError `emulator_closed`
   */
  fetch(request: Request | URL | string, init?: RequestInit): Promise<Response>
  /**
   * Starts to listen: by default on any free port of the loopback.
   * @throws EmulatorError `emulator_closed`, `listening_already`, `option_unknown`, `option_invalid`; the system's error, such as `EADDRINUSE`.
   */
  listen(address?: Partial<Address>): Promise<Listening>
  /** `http://127.0.0.1:4590`; `undefined` as long as there is no port. */
  readonly url: string | undefined
  /** The time by which all expires. */
  readonly clock: EmulatorClock
  /** What all projects would have sent. */
  readonly outbox: Outbox
  /** What all projects raise. A branch has listeners of its own. */
  readonly events: EmulatorEvents
  /** Who is told of events by HTTP. A branch has none at first. */
  readonly webhooks: Webhooks
  /** What goes wrong because it was asked for: errors, delays, lost and spoilt answers. */
  readonly faults: FaultControl
  readonly rateLimits: RateLimitControl
  /** What was asked and answered, without secrets. With a project that begins anew its part of the log does, too. */
  readonly log: EmulatorLog
  /**
   * A project: the one with this ID, which is made if it is not there, or without an ID a new one, which shares nothing
   * with others and has an ID and an API key of its own.
   * @param options of a project that is to be made.
   * @throws EmulatorError `project_id_invalid`, `option_unknown`, `option_invalid`; `project_exists` if options come with the ID of a project that is there.
   */
  project(id?: string, options?: NewProjectOptions): EmulatorProject
  /** The project's IDs, oldest first. */
  projectIds(): string[]
  /**
   * Goes back to the start: each project holds what it started with, clock and random seed begin anew. Projects that
   * were made in the meantime stay, as do all keys. There are no faults then, and rate limits count from zero.
   */
  reset(): void
  /**
   * Plants a seed in a project, by default in the first one: see `EmulatorProject.seed`.
   * @throws SeedError
   */
  seed(seed: SeedSource, options?: SeedOptions & { readonly project?: string }): Promise<Planted>
  /**
   * Makes a seed what projects start with, in the place of the option `seed`. Those that started with that one start anew,
   * with their keys; those that were given a start of their own stay as they are.
   * @throws SeedError; then all stays as it is.
   */
  reseed(seed: SeedSource): Promise<Planted>
  /** What the option `seed`, or `reseed`, has made in the first project; without it, nothing. */
  readonly planted: Planted
  /** All that it holds now; takes the same short time at any size. */
  snapshot(): Snapshot
  /**
   * Goes back to a moment: projects, keys, how the clock goes, and how far the random seed was used up, so that the same
   * requests bring the same answers again. A clock that runs by the system's keeps its distance from it.
   * @throws EmulatorError `snapshot_invalid`, `snapshot_of_another_emulator`
   */
  restore(snapshot: Snapshot): void
  /**
   * Another emulator that holds what this one holds, and is apart from it from then on. It has no port. Takes the same
   * short time at any size.
   */
  branch(): Emulator
  /**
   * What changed between two moments, of this emulator or of another one.
   * @param after by default now.
   * @throws EmulatorError `snapshot_invalid`
   */
  diff(before: Snapshot, after?: Snapshot, options?: SnapshotDiffOptions): SnapshotDiff
  /** Closes the port, if there is one; after that nothing is answered any more. */
  close(): Promise<void>
}
