import type { ApiKey } from "./api-key.ts"
import { type Database, emptyDatabase } from "./database.ts"
import type { Settings } from "./settings.ts"

/** A project: nothing in it is shared with another one. */
export interface Project {
  readonly id: string
  readonly name: string
  readonly database: Database
  /** By secret. */
  readonly keys: Map<string, ApiKey>
  /** As they are now; they are changed through the database, which can take a change back. */
  readonly settings: Settings
}

/** An empty project with the settings of a new one. */
export function newProject(id: string, name: string, keys: readonly ApiKey[]): Project {
  const database = emptyDatabase()
  return {
    id,
    name,
    database,
    keys: new Map(keys.map((key) => [key.secret, key])),
    get settings() {
      return database.settings.get()
    },
  }
}
