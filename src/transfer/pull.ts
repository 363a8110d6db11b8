import type { Ask } from "../contract/real-project/ask.ts"
import type { SeedTeam, SeedUser } from "../seed/seed-shape.ts"
import { anonymousTeam, anonymousUser } from "./anonymise.ts"
import { type Belongings, loadBelongings } from "./belongings.ts"
import type { Fakes } from "./fakes.ts"
import { listPages } from "./list-pages.ts"
import { hasUnknownHash, seedUser } from "./seed-user.ts"

/** How users are made unknown. */
export interface Anonymity {
  readonly fakes: Fakes
  /** Whether preferences stay, whatever is in them. */
  readonly keepsPrefs: boolean
}

/** What is being brought from a project. */
export interface Pull {
  readonly teams: readonly SeedTeam[]
  /**
   * The users, page by page, in order of creation.
   * @param after ID of the user after whom to begin; by default at the first.
   * @throws TransferError
   */
  users(after?: string): AsyncGenerator<readonly SeedUser[], void, undefined>
  /** What is not brought, as far as it was seen, as text for a person. */
  missing(): readonly string[]
}

export interface PullOptions {
  readonly anonymity?: Anonymity | undefined
  /** Teams of an earlier part of the same pull: memberships in others are left out. */
  readonly teams?: readonly SeedTeam[] | undefined
}

/** What the API tells nobody. */
const UNTOLD =
  "Not in it, as the API does not tell: authenticators, recovery codes, sessions, password histories and logs. Left out: tokens of identities, providers of targets."

/** Begins to bring the users of a project, with teams and identities. */
export async function beginPull(ask: Ask, { anonymity, teams }: PullOptions = {}): Promise<Pull> {
  const loaded = await loadBelongings(ask)
  const made = (team: SeedTeam): SeedTeam =>
    anonymity === undefined ? team : anonymousTeam(team, anonymity.fakes, anonymity.keepsPrefs)
  const known = teams ?? loaded.teams.map(made)
  const teamIds = new Set(known.map(({ $id }) => $id))
  let unknownHashes = 0
  return {
    teams: known,
    async *users(after) {
      for await (const page of listPages(ask, { path: "/users", member: "users", after })) {
        unknownHashes += page.filter(hasUnknownHash).length
        yield page.map((listed) => {
          const user = withBelongings(seedUser(listed), loaded, teamIds)
          return anonymity === undefined ? user : anonymousUser(user, anonymity.fakes, anonymity.keepsPrefs)
        })
      }
    },
    missing: () => [
      ...loaded.hidden,
      ...(unknownHashes === 0
        ? []
        : [`${unknownHashes} users have no password in it, as the emulator does not know their hash.`]),
      ...(anonymity === undefined || anonymity.keepsPrefs
        ? []
        : ["Preferences are left out: they may say anything."]),
      UNTOLD,
    ],
  }
}

function withBelongings(user: SeedUser, all: Belongings, teamIds: ReadonlySet<string | undefined>): SeedUser {
  const { $id = "" } = user
  const memberships = all.memberships.get($id)?.filter(({ teamId }) => teamIds.has(teamId))
  return { ...user, identities: all.identities.get($id), memberships }
}
