import { detectDevice } from "../devices/detect.ts"
import type { Device } from "../devices/device.ts"
import { unknownDevice } from "../devices/device.ts"
import { emailFactsOf } from "../emails/facts.ts"
import type { Project } from "../project/project.ts"
import { loadTotp } from "../services/account-mfa/totp.ts"
import type { World } from "../world.ts"
import { plantIdentity, plantLog, plantSession, plantTotp } from "./plant-belongings.ts"
import { plantKey, plantMembership, plantProvider, plantTeam } from "./plant-project.ts"
import { plantUser } from "./plant-user.ts"
import type { Planted, PlantedUser } from "./planted.ts"
import type { Planting } from "./planting.ts"
import { type PreparedUser, prepareUsers } from "./prepare-users.ts"
import { readSeed } from "./read-seed.ts"
import { checkReading } from "./seed-error.ts"
import type { Seed } from "./seed-shape.ts"
import type { ReadUser } from "./user-shape.ts"

export interface PlantOptions {
  /** File that the seed comes from: errors name it. */
  readonly source?: string | undefined
}

/**
 * Checks a seed under the rules of the API and awaits all that has to be awaited: hashes, lists, devices.
 * @param project whose settings count, as far as the seed does not change them.
 * @returns stores the seed, wholly or not at all; to be called once. It throws a SeedError for what the project, or another
 * part of the seed, has already.
 * @throws SeedError for all that is wrong with the seed itself.
 */
export async function prepareSeed(
  world: World,
  { id: projectId, settings: before, profile }: Pick<Project, "id" | "settings" | "profile">,
  written: Seed,
  { source }: PlantOptions = {},
): Promise<(project: Project) => Planted> {
  await profile.load()
  const { rules } = profile
  const now = world.clock.now()
  const place = { projectId, settings: before, rules, now, source }
  const { seed, settings, reading } = await readSeed(written, place)
  const read = seed.users ?? NONE
  const [users, factsOf, deviceOf, totp] = await Promise.all([
    prepareUsers(read, { world, rules, now }),
    emailFactsOf(read.flatMap(({ email }) => email ?? [])),
    devicesOf(read),
    read.some(({ totp }) => totp !== undefined) ? loadTotp() : undefined,
  ])
  return (project) =>
    project.database.bulk(() => {
      if (seed.settings !== undefined) project.database.settings.set(settings)
      const planting: Planting = { world, project, reading, now, factsOf, deviceOf, totp }
      const each = <T, R>(name: string, items: readonly T[] | undefined, store: (item: T) => R) =>
        plantEach(planting, name, items, store)
      const planted = {
        keys: each("keys", seed.keys, (key) => plantKey(planting, key)).filter(isThere),
        providers: each("providers", seed.providers, (one) => plantProvider(planting, one)).filter(isThere),
        teams: each("teams", seed.teams, (team) => plantTeam(planting, team)).filter(isThere),
        users: each("users", users, (user) => plantWholeUser(planting, user)).filter(isThere),
      }
      checkReading(reading, source)
      return planted
    })
}

const isThere = <T>(value: T | undefined): value is T => value !== undefined

function plantEach<T, R>(
  { reading }: Planting,
  name: string,
  items: readonly T[] | undefined,
  store: (item: T) => R,
): readonly R[] {
  // Most users have nothing of most things.
  if (items === undefined) return NONE
  return reading.at(name, () => items.map((item, index) => reading.at(index, () => store(item))))
}

const NONE: readonly never[] = Object.freeze([])

function plantWholeUser(planting: Planting, user: PreparedUser): PlantedUser | undefined {
  const stored = plantUser(planting, user)
  if (stored === undefined) return undefined
  const each = <T, R>(name: string, items: readonly T[] | undefined, store: (item: T) => R) =>
    plantEach(planting, name, items, store)
  each("identities", user.read.identities, (identity) => plantIdentity(planting, stored, identity))
  each("memberships", user.read.memberships, (membership) => plantMembership(planting, stored, membership))
  each("logs", user.read.logs, (log) => plantLog(planting, stored, log))
  const sessions =
    user.read.sessions === undefined
      ? NONE
      : each("sessions", user.read.sessions, (session) => plantSession(planting, stored, session)).filter(
          isThere,
        )
  const totpSecret = plantTotp(planting, stored, user.read)
  return { $id: stored.$id, sessions, recoveryCodes: user.read.recoveryCodes ?? NONE, totpSecret }
}

/** The devices of all sessions; each user agent is looked at once. */
async function devicesOf(users: readonly ReadUser[]): Promise<(userAgent: string) => Device> {
  const devices = new Map<string, Device>()
  for (const { sessions } of users) {
    for (const { userAgent = "" } of sessions ?? NONE) {
      if (!devices.has(userAgent)) devices.set(userAgent, await detectDevice(userAgent))
    }
  }
  return (userAgent) => devices.get(userAgent) ?? unknownDevice
}
