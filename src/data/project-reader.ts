import { PROFILES } from "../profiles/profiles.ts"
import { openDatabase } from "../project/database.ts"
import type { CollectionName, Records } from "../project/database-state.ts"
import { orphans } from "../project/orphans.ts"
import type { ProjectState } from "../project/projects.ts"
import { type CollectionHead, collectionHead, projectHead } from "./project-shape.ts"
import { recordShapes } from "./record-shapes.ts"
import { settings } from "./settings-shape.ts"
import type { JsonObject } from "./shapes/object.ts"
import { below, Misshapen, placed, type Shape } from "./shapes/shape.ts"

/** Reads the lines of one project. */
export interface ProjectReader {
  readonly id: string
  /** @throws Misshapen, DuplicateError */
  read(line: JsonObject): void
  /**
   * The project, which a reset brings back as it was read.
   * @throws Misshapen if something is missing, or belongs to nobody.
   */
  finish(): ProjectState
}

/** @throws Misshapen */
export function projectReader(written: unknown): ProjectReader {
  const { appwrite, ...head } = below("project", () => projectHead(written))
  const profile = PROFILES[appwrite]
  const database = openDatabase(profile.settings)
  const seen = new Set<CollectionName>()
  let hasSettings = false
  let current: CollectionHead | undefined
  let previous = 0

  function endCollection(): void {
    if (current === undefined) return
    const { collection, lastSequence } = current
    database[collection].skipTo(lastSequence)
  }

  return {
    id: head.id,
    read(line) {
      if (!hasSettings) {
        database.settings.set(below("settings", () => settings(line.settings)))
        hasSettings = true
      } else if (Object.hasOwn(line, "collection")) {
        endCollection()
        current = collectionHead(line)
        if (seen.has(current.collection)) throw new Misshapen(`${current.collection} are there twice`)
        seen.add(current.collection)
        previous = 0
      } else if (current === undefined) throw new Misshapen("expected a collection")
      else previous = adopt(database, current, line, previous)
    },
    finish() {
      if (!hasSettings) throw new Misshapen(`the settings of project ${head.id} are missing`)
      endCollection()
      for (const orphan of orphans(database)) throw new Misshapen(orphan)
      const state = database.capture()
      return { ...head, profile, state, base: state }
    },
  }
}

/** What takes the records of each collection. */
type Adopting = { readonly [name in CollectionName]: { adopt(record: Records[name]): unknown } }

/**
 * Stores a record.
 * @param after number of the record before it.
 * @returns its number.
 */
function adopt<N extends CollectionName>(
  collections: Adopting,
  { collection, lastSequence }: CollectionHead & { readonly collection: N },
  line: JsonObject,
  after: number,
): number {
  const shape: Shape<Records[N]> = recordShapes[collection]
  const record = shape(line)
  const { $sequence } = record
  if ($sequence <= after || $sequence > lastSequence) {
    throw placed(new Misshapen(`expected a number from ${after + 1} to ${lastSequence}`), "$sequence")
  }
  collections[collection].adopt(record)
  return $sequence
}
