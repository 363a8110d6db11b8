import type { Profile } from "../profiles/profile.ts"
import { appwrite19, PROFILES, profileOfVersion } from "../profiles/profiles.ts"
import { isJsonObject } from "./json-value.ts"
import { CannotCompare } from "./lock-step/cannot-compare.ts"
import type { Ask } from "./real-project/ask.ts"

/** Whether versions may be compared that are not alike: what they differ in is then among the differences. */
export interface VersionOptions {
  readonly anyVersion?: boolean
}

/** The version that a server names at `GET /health/version`; the empty text if it names none. */
export async function versionOfServer(ask: Ask): Promise<string> {
  const { body } = await ask("GET", "/health/version")
  return isJsonObject(body) && typeof body.version === "string" ? body.version : ""
}

/**
 * The profile by which the emulator is like a version of Appwrite.
 * @throws CannotCompare if there is none, unless any will do.
 */
export function profileLike(version: string, { anyVersion = false }: VersionOptions): Profile {
  const profile = profileOfVersion(version) ?? (anyVersion ? appwrite19 : undefined)
  if (profile !== undefined) return profile
  const known = Object.values(PROFILES).map((one) => one.version)
  throw new CannotCompare(
    `The emulator knows Appwrite ${known.join(" and ")}, but this is ${version || "an unknown version"}. To compare all the same, say --any-version.`,
  )
}

/**
 * Checks that a recording and a server are of versions that are alike: the same but for the last number.
 * @throws CannotCompare if they are not, unless any will do.
 */
export function checkLikeVersions(
  recorded: string,
  server: string,
  { anyVersion = false }: VersionOptions,
): void {
  if (anyVersion || minorOf(recorded) === minorOf(server)) return
  throw new CannotCompare(
    `The recording is of Appwrite ${recorded}, but the server is ${server || "of an unknown version"}. To compare all the same, say --any-version.`,
  )
}

function minorOf(version: string): string {
  return version.split(".", 2).join(".")
}
