import type { Team } from "../project/records/team.ts"
import type { User } from "../project/records/user.ts"
import { missingNeeds } from "../services/messaging/add-provider.ts"
import { kindOf } from "../services/messaging/kinds.ts"
import { KEY_SCOPES } from "../services/project/key-scopes.ts"
import { newKeySecret } from "../services/project/key-secret.ts"
import type { ReadMembership } from "./belonging-shapes.ts"
import type { ReadKey } from "./key-shape.ts"
import type { PlantedKey } from "./planted.ts"
import { idOf, type Planting, plant } from "./planting.ts"
import type { ReadProvider } from "./provider-shape.ts"
import type { ReadTeam } from "./seed-shape.ts"

/** Stores an API key. @returns `undefined` if it was refused. */
export function plantKey(planting: Planting, key: ReadKey): PlantedKey | undefined {
  const { project, world, now } = planting
  return plant(planting, () =>
    project.database.keys.insert(($sequence) => ({
      $sequence,
      $id: idOf(planting, key.$id),
      $createdAt: now,
      $updatedAt: now,
      name: key.name,
      scopes: key.scopes ?? KEY_SCOPES,
      secret: key.secret ?? newKeySecret(world.randomness),
      expire: key.expire ?? null,
      accessedAt: null,
      sdks: [],
    })),
  )
}

/** Stores a messaging provider. @returns `undefined` if it was refused. */
export function plantProvider(planting: Planting, provider: ReadProvider): { $id: string } | undefined {
  const { project, reading, now } = planting
  const kind = kindOf(provider.provider)
  const { enabled = false, credentials = [], options = [] } = provider
  const missing = missingNeeds(kind, { credentials, options })
  if (enabled && missing.length > 0) {
    reading.at("enabled", () =>
      reading.refuse(`${kind.provider} can't be enabled without ${missing.join(", ")}`),
    )
    return undefined
  }
  return plant(planting, () =>
    project.database.providers.insert(($sequence) => ({
      $sequence,
      $id: idOf(planting, provider.$id),
      $createdAt: now,
      $updatedAt: now,
      name: provider.name,
      provider: kind.provider,
      type: kind.type,
      enabled,
      credentials,
      options,
    })),
  )
}

/** Stores a team, as yet without members. @returns `undefined` if it was refused. */
export function plantTeam(planting: Planting, team: ReadTeam): Team | undefined {
  const { $createdAt = planting.now } = team
  return plant(planting, () =>
    planting.project.database.teams.insert(($sequence) => ({
      $sequence,
      $id: idOf(planting, team.$id),
      $createdAt,
      $updatedAt: $createdAt,
      name: team.name,
      total: 0,
      prefs: team.prefs ?? [],
    })),
  )
}

/** Stores the place of a user in a team, which counts its confirmed members. */
export function plantMembership(planting: Planting, user: User, membership: ReadMembership): void {
  const { project, reading, now } = planting
  const { teams, memberships } = project.database
  const team = teams.find("$id", membership.teamId)
  if (team === undefined) {
    reading.at("teamId", () => reading.refuse("There is no team with this ID"))
    return
  }
  const { $createdAt = now, confirm = true } = membership
  const stored = plant(
    planting,
    () =>
      memberships.insert(($sequence) => ({
        $sequence,
        $id: idOf(planting, membership.$id),
        $createdAt,
        $updatedAt: $createdAt,
        userId: user.$id,
        teamId: team.$id,
        roles: membership.roles ?? [],
        invited: membership.invited ?? $createdAt,
        joined: confirm ? (membership.joined ?? $createdAt) : null,
        confirm,
        secret: "",
      })),
    { teamMember: "teamId" },
  )
  if (stored?.confirm) teams.replace({ ...team, total: team.total + 1 })
}
