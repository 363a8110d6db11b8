import type { Profile } from "../profiles/profile.ts"
import type { Rules } from "../profiles/rules.ts"
import type { ApiKey } from "./api-key.ts"
import { type Database, openDatabase } from "./database.ts"
import type { DatabaseState } from "./database-state.ts"
import type { Settings } from "./settings.ts"

/** A project: nothing in it is shared with another one. */
export interface Project {
  readonly id: string
  readonly name: string
  /** The version of Appwrite that serves it. */
  readonly profile: Profile
  /** Of its profile. */
  readonly rules: Rules
  readonly database: Database
  /** By secret. */
  readonly keys: Map<string, ApiKey>
  /** As they are now; they are changed through the database, which can take a change back. */
  readonly settings: Settings
  /** What it started with, and what a reset brings back; `undefined` is nothing. */
  readonly base: DatabaseState | undefined
}

/** What a project is made of. */
export interface NewProject {
  readonly id: string
  readonly name: string
  readonly keys: readonly ApiKey[]
  readonly profile: Profile
  /** What a reset brings back; without it, nothing. */
  readonly base?: DatabaseState | undefined
  /** What it holds, if that is not the base. */
  readonly state?: DatabaseState
}

/** A project with what it is to hold; a new one has the settings of a new project. */
export function newProject({ id, name, keys, profile, base, state = base }: NewProject): Project {
  const database = openDatabase(profile.settings, state)
  return {
    id,
    name,
    profile,
    get rules() {
      return profile.rules
    },
    database,
    keys: new Map(keys.map((key) => [key.secret, key])),
    get settings() {
      return database.settings.get()
    },
    base,
  }
}
