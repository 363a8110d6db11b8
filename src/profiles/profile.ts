import type { Settings } from "../project/settings.ts"
import type { Rules } from "./rules.ts"

/** The versions of Appwrite that there is a profile of, as they are asked for. */
export type ProfileName = "1.5" | "1.9"

/** What one version of Appwrite is. Services ask its rules, never for the version. */
export interface Profile {
  readonly name: ProfileName
  /** The version that the server names in its answers. */
  readonly version: string
  /** The settings of a new project. */
  readonly settings: Settings
  /** Members of answers that tell when something was noted, which the version does when the answer is sent already. */
  readonly notedAfterAnswer: readonly string[]
  /** What differs between versions; there once it was loaded. */
  readonly rules: Rules
  /** Loads the rules, which is done before a request comes to any. */
  load(): Promise<void>
}

/** A profile whose rules are loaded when they are first needed. */
export function lazyProfile(
  { name, version, settings, notedAfterAnswer }: Omit<Profile, "rules" | "load">,
  loadRules: () => Promise<Rules>,
): Profile {
  let rules: Rules | undefined
  return {
    name,
    version,
    settings,
    notedAfterAnswer,
    get rules() {
      if (rules === undefined) throw new Error(`The rules of Appwrite ${name} were not loaded`)
      return rules
    },
    async load() {
      rules ??= await loadRules()
    },
  }
}
