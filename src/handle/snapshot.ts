import { isObject } from "../check-members.ts"
import { snapshotInvalid, snapshotOfAnotherEmulator } from "../emulator-error.ts"
import type { ProjectState } from "../project/projects.ts"
import type { WorldState } from "../running-world.ts"

/** An emulator and all its branches: they understand each other's snapshots. */
export type Lineage = symbol

/** All that an emulator holds at one moment: projects, keys, clock, and how far a random seed was used up. Opaque. */
export interface Snapshot {
  readonly lineage: Lineage
  readonly world: WorldState
  readonly projects: readonly ProjectState[]
}

/** All that one project holds at one moment. Opaque. */
export interface ProjectSnapshot {
  readonly lineage: Lineage
  readonly project: ProjectState
}

/**
 * Whether it is all that an emulator holds.
 * @throws EmulatorError `snapshot_invalid`
 */
export function checkSnapshot(snapshot: Snapshot): void {
  if (!isObject(snapshot) || !isObject(snapshot.world)) throw snapshotInvalid("an emulator")
}

/**
 * Whether it is all that a project holds.
 * @throws EmulatorError `snapshot_invalid`
 */
export function checkProjectSnapshot(snapshot: ProjectSnapshot): void {
  if (!isObject(snapshot) || !isObject(snapshot.project)) throw snapshotInvalid("a project")
}

/** @throws EmulatorError `snapshot_of_another_emulator` */
export function checkLineage(snapshot: { readonly lineage: Lineage }, own: Lineage): void {
  if (snapshot.lineage !== own) throw snapshotOfAnotherEmulator()
}
