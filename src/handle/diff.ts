import { isDeepStrictEqual } from "node:util"
import { openDatabase } from "../project/database.ts"
import type { CollectionName, DatabaseState } from "../project/database-state.ts"
import type { CollectionState } from "../store/collection.ts"
import type { Document } from "../store/document.ts"
import { differences } from "../store/ordered-map.ts"
import { type ShownRecord, shownValue } from "./shown-record.ts"
import type { Snapshot } from "./snapshot.ts"

/** One field of a record or of the settings. */
export interface FieldChange {
  readonly before: unknown
  readonly after: unknown
}

/** The fields that changed, by name. */
type FieldChanges = Readonly<Record<string, FieldChange>>

/** What changed in one collection, in order of creation. Records are as they are stored: dates as ISO 8601, secrets masked. */
export interface CollectionDiff {
  readonly created: readonly ShownRecord[]
  readonly changed: readonly { readonly $id: string; readonly fields: FieldChanges }[]
  readonly deleted: readonly ShownRecord[]
}

/** What changed in a project: what did not change is left out, so that `{}` is no change at all. */
export type ProjectDiff = { readonly settings?: FieldChanges } & {
  readonly [name in CollectionName]?: CollectionDiff
}

/** What changed in an emulator. */
export interface SnapshotDiff {
  /** What new projects hold, by their IDs. */
  readonly created: Readonly<Record<string, ProjectDiff>>
  readonly changed: Readonly<Record<string, ProjectDiff>>
  /** IDs. */
  readonly deleted: readonly string[]
}

export interface SnapshotDiffOptions {
  /** Whether passwords' hashes, secrets and codes are shown; by default they are masked. */
  readonly secrets?: boolean
}

const COLLECTIONS = [
  "users",
  "targets",
  "sessions",
  "tokens",
  "identities",
  "authenticators",
  "challenges",
  "teams",
  "memberships",
  "messages",
  "providers",
  "keys",
  "logs",
] as const satisfies readonly CollectionName[]

const byCreation = (a: Pick<Document, "$sequence">, b: Pick<Document, "$sequence">): number =>
  a.$sequence - b.$sequence

type Show = (field: string, value: unknown) => unknown

function shownRecord(record: object, show: Show): ShownRecord {
  const fields = Object.entries(record).filter(([field]) => field !== "$sequence")
  return Object.fromEntries(fields.map(([field, value]) => [field, show(field, value)]))
}

function changedFields(before: object, after: object, show: Show): FieldChanges {
  const earlier = new Map(Object.entries(before))
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => !isDeepStrictEqual(value, earlier.get(field)))
      .map(([field, value]) => [
        field,
        { before: show(field, earlier.get(field)), after: show(field, value) },
      ]),
  )
}

function collectionDiff<R extends Document>(
  before: CollectionState<R>,
  after: CollectionState<R>,
  show: Show,
): CollectionDiff | undefined {
  const created: R[] = []
  const replaced: { readonly $sequence: number; readonly earlier: R; readonly later: R }[] = []
  const deleted: R[] = []
  differences(before.records, after.records, {
    onlyBefore: (record) => deleted.push(record),
    onlyAfter: (record) => created.push(record),
    both: (earlier, later) => replaced.push({ $sequence: later.$sequence, earlier, later }),
  })
  const changed = replaced.sort(byCreation).flatMap(({ earlier, later }) => {
    const fields = changedFields(earlier, later, show)
    return Object.keys(fields).length === 0 ? [] : [{ $id: later.$id, fields }]
  })
  if (created.length + changed.length + deleted.length === 0) return undefined
  const shown = (records: R[]) => records.sort(byCreation).map((record) => shownRecord(record, show))
  return { created: shown(created), changed, deleted: shown(deleted) }
}

/** What changed in a project. What both moments share is not looked at, so it takes the longer the more changed. */
export function projectDiff(
  before: DatabaseState,
  after: DatabaseState,
  { secrets = false }: SnapshotDiffOptions = {},
): ProjectDiff {
  const settings = changedFields(before.settings, after.settings, (field, value) =>
    field === "mockPhones" && Array.isArray(value)
      ? value.map((phone) => shownRecord(phone, (name, part) => shownValue(field, name, part, secrets)))
      : value,
  )
  const collections = COLLECTIONS.flatMap((name) => {
    const diff = collectionDiff<Document>(before[name], after[name], (field, value) =>
      shownValue(name, field, value, secrets),
    )
    return diff === undefined ? [] : [[name, diff]]
  })
  return {
    ...(Object.keys(settings).length > 0 && { settings }),
    ...Object.fromEntries(collections),
  }
}

/** What changed in all projects. */
export function snapshotDiff(before: Snapshot, after: Snapshot, options?: SnapshotDiffOptions): SnapshotDiff {
  const earlier = new Map(before.projects.map(({ id, state }) => [id, state]))
  const created: Record<string, ProjectDiff> = {}
  const changed: Record<string, ProjectDiff> = {}
  const deleted = new Set(earlier.keys())
  for (const { id, profile, state } of after.projects) {
    deleted.delete(id)
    const was = earlier.get(id)
    const diff = projectDiff(was ?? openDatabase(profile.settings).capture(), state, options)
    if (was === undefined) created[id] = diff
    else if (Object.keys(diff).length > 0) changed[id] = diff
  }
  return { created, changed, deleted: [...deleted] }
}
