import type { Device } from "../devices/device.ts"
import type { EmailFacts } from "../emails/facts.ts"
import type { Project } from "../project/project.ts"
import type { Totp } from "../services/account-mfa/totp.ts"
import { DuplicateError } from "../store/collection.ts"
import { UNIQUE } from "../validators/id.ts"
import type { World } from "../world.ts"
import type { Reading } from "./shapes/reading.ts"

/** What planting works on, and all that had to be awaited for it. */
export interface Planting {
  readonly world: World
  readonly project: Project
  readonly reading: Reading
  /** Milliseconds since the epoch, the same for all of the seed. */
  readonly now: number
  readonly factsOf: (email: string) => EmailFacts
  readonly deviceOf: (userAgent: string) => Device
  /** `undefined` if no user has an authenticator. */
  readonly totp: Totp | undefined
}

/** The ID that was written, or a new one. */
export function idOf({ world }: Planting, $id: string | undefined): string {
  return $id === undefined || $id === UNIQUE ? world.uniqueId() : $id
}

/**
 * Stores a record. If the database has one with the same text in a unique index, that is noted for the member it stands in.
 * @param members of the seed, by the name of the index; by default of the same name.
 * @returns `undefined` if it was refused.
 */
export function plant<R>(
  { reading }: Planting,
  insert: () => R,
  members: Readonly<Record<string, string>> = {},
): R | undefined {
  try {
    return insert()
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    const { index } = error
    reading.at(members[index] ?? index, () => reading.refuse(`Something with the same ${index} exists`))
    return undefined
  }
}
