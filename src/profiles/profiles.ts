import { settings15 } from "./1.5-settings.ts"
import { settings19 } from "./1.9-settings.ts"
import { lazyProfile, type Profile, type ProfileName } from "./profile.ts"

/** Appwrite 1.9.6 with MariaDB. */
export const appwrite19 = lazyProfile(
  { name: "1.9", version: "1.9.6", settings: settings19, notedAfterAnswer: [] },
  async () => (await import("./1.9.ts")).rules19,
)

/** Appwrite 1.5.11. */
export const appwrite15 = lazyProfile(
  {
    name: "1.5",
    version: "1.5.11",
    settings: settings15,
    // When a user was there last, and what they did.
    notedAfterAnswer: ["accessedAt", "$updatedAt", "time"],
  },
  async () => (await import("./1.5.ts")).rules15,
)

/** All profiles by their names. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = { "1.5": appwrite15, "1.9": appwrite19 }

/** The version that is emulated if nobody says otherwise. */
export const DEFAULT_PROFILE = "1.9" satisfies ProfileName

/** The names of all profiles, the oldest first. */
export const PROFILE_NAMES = ["1.5", "1.9"] as const satisfies readonly ProfileName[]

/**
 * The profile of a version such as `1.9.6`, or `undefined` where there is none: versions that differ only in their last
 * number have one profile.
 */
export function profileOfVersion(version: string): Profile | undefined {
  const name = PROFILE_NAMES.find((known) => version === known || version.startsWith(`${known}.`))
  return name === undefined ? undefined : PROFILES[name]
}
