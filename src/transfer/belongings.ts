import type { JsonObject } from "../contract/json-value.ts"
import type { Ask } from "../contract/real-project/ask.ts"
import type { SeedTeam, SeedUser } from "../seed/seed-shape.ts"
import { OAUTH2_PROVIDERS } from "../services/oauth2-providers.ts"
import { listPages } from "./list-pages.ts"
import { objectOf, textOf, textsOf } from "./read-json.ts"
import { TransferError } from "./transfer-error.ts"

type SeedMembership = NonNullable<SeedUser["memberships"]>[number]
export type SeedIdentity = NonNullable<SeedUser["identities"]>[number]

/** What belongs to users, but is not listed with them. */
export interface Belongings {
  readonly teams: readonly SeedTeam[]
  /** By the user's ID. */
  readonly memberships: ReadonlyMap<string, readonly SeedMembership[]>
  /** By the user's ID. */
  readonly identities: ReadonlyMap<string, readonly SeedIdentity[]>
  /** What the project does not let the key see, as text for a person. */
  readonly hidden: readonly string[]
}

/** Loads the teams of a project with their members, and the identities of its users. */
export async function loadBelongings(ask: Ask): Promise<Belongings> {
  const hidden: string[] = []
  const teams: SeedTeam[] = []
  const memberships = new Map<string, SeedMembership[]>()
  const identities = new Map<string, SeedIdentity[]>()
  await unlessHidden(hidden, "Teams and memberships", async () => {
    for await (const page of listPages(ask, { path: "/teams", member: "teams" }))
      teams.push(...page.map(seedTeam))
    for (const { $id = "" } of teams) await loadMembers(ask, $id, memberships)
  })
  await unlessHidden(hidden, "Identities", async () => {
    for await (const page of listPages(ask, { path: "/users/identities", member: "identities" })) {
      for (const one of page) addTo(identities, one.userId, seedIdentity(one))
    }
  })
  return { teams, memberships, identities, hidden }
}

async function unlessHidden(hidden: string[], what: string, load: () => Promise<void>): Promise<void> {
  try {
    await load()
  } catch (error) {
    if (!(error instanceof TransferError)) throw error
    hidden.push(`${what} are missing, or not all there: ${error.message}`)
  }
}

async function loadMembers(ask: Ask, teamId: string, found: Map<string, SeedMembership[]>): Promise<void> {
  const path = `/teams/${encodeURIComponent(teamId)}/memberships`
  for await (const page of listPages(ask, { path, member: "memberships" })) {
    for (const one of page) addTo(found, one.userId, seedMembership(one, teamId))
  }
}

function addTo<T>(found: Map<string, T[]>, userId: unknown, one: T | undefined): void {
  if (typeof userId !== "string" || one === undefined) return
  const before = found.get(userId)
  if (before === undefined) found.set(userId, [one])
  else before.push(one)
}

function seedTeam(team: JsonObject): SeedTeam {
  const { $id, $createdAt, name, prefs } = team
  return {
    $id: textOf($id),
    name: textOf(name) ?? "",
    prefs: objectOf(prefs),
    $createdAt: textOf($createdAt),
  }
}

function seedMembership(membership: JsonObject, teamId: string): SeedMembership {
  const { $id, $createdAt, roles, confirm, invited, joined } = membership
  return {
    $id: textOf($id),
    teamId,
    roles: textsOf(roles),
    confirm: confirm === false ? false : undefined,
    invited: textOf(invited),
    joined: textOf(joined),
    $createdAt: textOf($createdAt),
  }
}

/** The tokens are left where they are: they open accounts at others' services. */
function seedIdentity(identity: JsonObject): SeedIdentity | undefined {
  const { $id, $createdAt, provider, providerUid, providerEmail } = identity
  const service = OAUTH2_PROVIDERS.find((known) => known === provider)
  const uid = textOf(providerUid)
  if (service === undefined || uid === undefined) return undefined
  return {
    $id: textOf($id),
    provider: service,
    providerUid: uid,
    providerEmail: textOf(providerEmail),
    $createdAt: textOf($createdAt),
  }
}
