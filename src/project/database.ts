import { cell } from "../store/cell.ts"
import { type CollectionState, collection } from "../store/collection.ts"
import { undoLog } from "../store/transaction.ts"
import type { Authenticator } from "./records/authenticator.ts"
import type { Challenge } from "./records/challenge.ts"
import type { Identity } from "./records/identity.ts"
import type { Key } from "./records/key.ts"
import type { Log } from "./records/log.ts"
import type { Membership } from "./records/membership.ts"
import type { Message } from "./records/message.ts"
import type { Provider } from "./records/provider.ts"
import type { Session } from "./records/session.ts"
import type { Target } from "./records/target.ts"
import type { Team } from "./records/team.ts"
import type { Token } from "./records/token.ts"
import type { User } from "./records/user.ts"
import { defaultSettings, type Settings } from "./settings.ts"

const ofUser = { userId: ({ userId }: { readonly userId: string }) => userId }

/** The records of each collection. */
export interface Records {
  readonly keys: Key
  readonly users: User
  readonly targets: Target
  readonly sessions: Session
  readonly tokens: Token
  readonly identities: Identity
  readonly authenticators: Authenticator
  readonly challenges: Challenge
  readonly teams: Team
  readonly memberships: Membership
  readonly messages: Message
  readonly logs: Log
  readonly providers: Provider
}

export type CollectionName = keyof Records

/** All that a project stored at one moment. Nobody changes it, so that any number of projects may start from it. */
export type DatabaseState = { readonly settings: Settings } & {
  readonly [name in CollectionName]: CollectionState<Records[name]>
}

/**
 * All that a project stores. Source of the unique rules: Appwrite 1.9's collections.
 * @param state what it holds from the start; by default nothing, with the settings of a new project.
 */
export function openDatabase(state?: DatabaseState) {
  const log = undoLog()
  const stored = {
    settings: cell<Settings>(state?.settings ?? defaultSettings, log),
    keys: collection<Key, "secret", never>(
      { unique: { secret: ({ secret }) => secret }, shared: {} },
      log,
      state?.keys,
    ),
    users: collection<User, "email" | "phone", never>(
      { unique: { email: ({ email }) => email, phone: ({ phone }) => phone }, shared: {} },
      log,
      state?.users,
    ),
    targets: collection<Target, "identifier", "userId">(
      { unique: { identifier: ({ identifier }) => identifier }, shared: ofUser },
      log,
      state?.targets,
    ),
    sessions: collection<Session, "secret", "userId">(
      { unique: { secret: ({ secret }) => secret }, shared: ofUser },
      log,
      state?.sessions,
    ),
    tokens: collection<Token, never, "userId">({ unique: {}, shared: ofUser }, log, state?.tokens),
    identities: collection<Identity, "providerUid", "userId" | "providerEmail">(
      {
        unique: { providerUid: ({ provider, providerUid }) => `${provider} ${providerUid}` },
        shared: { ...ofUser, providerEmail: ({ providerEmail }) => providerEmail },
      },
      log,
      state?.identities,
    ),
    authenticators: collection<Authenticator, never, "userId">(
      { unique: {}, shared: ofUser },
      log,
      state?.authenticators,
    ),
    challenges: collection<Challenge, never, "userId">(
      { unique: {}, shared: ofUser },
      log,
      state?.challenges,
    ),
    teams: collection<Team, never, never>({ unique: {}, shared: {} }, log, state?.teams),
    memberships: collection<Membership, "teamMember", "userId" | "teamId">(
      {
        unique: { teamMember: ({ teamId, userId }) => `${teamId} ${userId}` },
        shared: { ...ofUser, teamId: ({ teamId }) => teamId },
      },
      log,
      state?.memberships,
    ),
    messages: collection<Message, never, never>({ unique: {}, shared: {} }, log, state?.messages),
    logs: collection<Log, never, "userSequence" | "resource">(
      {
        unique: {},
        shared: {
          userSequence: ({ userSequence }) => (userSequence === null ? null : String(userSequence)),
          resource: ({ resource }) => resource,
        },
      },
      log,
      state?.logs,
    ),
    providers: collection<Provider, never, never>({ unique: {}, shared: {} }, log, state?.providers),
  }
  return {
    ...stored,
    /** Runs writes to any of the collections wholly or not at all. */
    transaction: log.transaction,
    /** All that it holds now, whatever is written later; takes the same short time at any size. */
    capture: (): DatabaseState => ({
      settings: stored.settings.get(),
      keys: stored.keys.capture(),
      users: stored.users.capture(),
      targets: stored.targets.capture(),
      sessions: stored.sessions.capture(),
      tokens: stored.tokens.capture(),
      identities: stored.identities.capture(),
      authenticators: stored.authenticators.capture(),
      challenges: stored.challenges.capture(),
      teams: stored.teams.capture(),
      memberships: stored.memberships.capture(),
      messages: stored.messages.capture(),
      logs: stored.logs.capture(),
      providers: stored.providers.capture(),
    }),
  }
}

/** The collections of one project. */
export type Database = ReturnType<typeof openDatabase>
