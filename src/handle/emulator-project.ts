import type { EmulatorEvents } from "../events/emulator-events.ts"
import type { ProjectLog } from "../request-log/emulator-log.ts"
import type { Planted } from "../seed/planted.ts"
import type { SeedSource } from "../seed/seed-source.ts"
import type { ProjectDiff, SnapshotDiffOptions } from "./diff.ts"
import type { Outbox } from "./outbox.ts"
import type { ProjectSnapshot } from "./snapshot.ts"

/** What becomes of what a project held when it is seeded. */
export interface SeedOptions {
  /**
   * Whether the seed is all that the project holds then, and what a reset brings back. By default it comes to what is
   * there, and a reset takes it away.
   */
  readonly isStart?: boolean
}

/** A project of an emulator, ready for an SDK client: `new Client().setEndpoint(endpoint).setProject(projectId)`. */
export interface EmulatorProject extends AsyncDisposable, Disposable {
  readonly projectId: string
  /**
   * Secret of its first API key.
   * @throws EmulatorError `project_unknown`, `project_without_key`
   */
  readonly apiKey: string
  /** Of the API: `http://127.0.0.1:4590/v1`; without a port one that only `emulator.fetch` answers. */
  readonly endpoint: string
  /** How many users it has. @throws EmulatorError `project_unknown` */
  readonly userCount: number
  /** What it would have sent. */
  readonly outbox: Outbox
  /** What it raises. */
  readonly events: EmulatorEvents
  /** What was asked of it and answered, without secrets, since it last began anew. */
  readonly log: ProjectLog
  /** Brings back what it started with; its keys stay. @throws EmulatorError `project_unknown` */
  reset(): void
  /** All that it holds now; takes the same short time at any size. @throws EmulatorError `project_unknown` */
  snapshot(): ProjectSnapshot
  /**
   * Makes it hold what a project held; ID, name, keys and what a reset brings back stay its own.
   * @param snapshot of this project, or of another one of the same emulator or of a branch.
   * @throws EmulatorError `project_unknown`, `snapshot_invalid`, `snapshot_of_another_emulator`
   */
  restore(snapshot: ProjectSnapshot): void
  /**
   * A new project that holds what this one holds, under an ID and a key of its own. What it holds now is what a reset
   * brings back. Takes the same short time at any size.
   * @throws EmulatorError `project_unknown`
   */
  branch(): EmulatorProject
  /**
   * What changed between two moments.
   * @param after by default now.
   * @throws EmulatorError `project_unknown`, `snapshot_invalid`
   */
  diff(before: ProjectSnapshot, after?: ProjectSnapshot, options?: SnapshotDiffOptions): ProjectDiff
  /**
   * Plants a seed, wholly or not at all, under the rules of the API.
   * @param seed users, teams, keys and so on, or the path of a file that holds them.
   * @returns IDs of all that was made, and the secrets that are told only now.
   * @throws SeedError, which names all that is wrong; EmulatorError `project_unknown`, `option_unknown`, `option_invalid`
   */
  seed(seed: SeedSource, options?: SeedOptions): Promise<Planted>
  /** Deletes it; deleting it again does nothing. */
  delete(): void
}
