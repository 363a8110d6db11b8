import type { Profile } from "../profiles/profile.ts"
import { PROFILE_NAMES, PROFILES } from "../profiles/profiles.ts"
import { ControlError } from "./control-error.ts"
import { readObject } from "./read-body.ts"

/**
 * Reads the version of Appwrite that is to serve a project from a request body: `{"appwrite":"1.5"}`.
 * @returns `undefined` if the body does not say.
 * @throws ControlError 400
 */
export function readProfile(body: string): Profile | undefined {
  const { appwrite } = readObject(body)
  if (appwrite === undefined) return undefined
  const name = PROFILE_NAMES.find((known) => known === appwrite)
  if (name === undefined)
    throw new ControlError(400, `appwrite: expected one of ${PROFILE_NAMES.join(", ")}.`)
  return PROFILES[name]
}
