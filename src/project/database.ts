import { cell } from "../store/cell.ts"
import { collection } from "../store/collection.ts"
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

/** All that a project stores, empty. Source of the unique rules: Appwrite 1.9's collections. */
export function emptyDatabase() {
  const log = undoLog()
  return {
    /** Runs writes to any of the collections wholly or not at all. */
    transaction: log.transaction,
    settings: cell<Settings>(defaultSettings, log),
    keys: collection<Key, "secret", never>({ unique: { secret: ({ secret }) => secret }, shared: {} }, log),
    users: collection<User, "email" | "phone", never>(
      { unique: { email: ({ email }) => email, phone: ({ phone }) => phone }, shared: {} },
      log,
    ),
    targets: collection<Target, "identifier", "userId">(
      { unique: { identifier: ({ identifier }) => identifier }, shared: ofUser },
      log,
    ),
    sessions: collection<Session, "secret", "userId">(
      { unique: { secret: ({ secret }) => secret }, shared: ofUser },
      log,
    ),
    tokens: collection<Token, never, "userId">({ unique: {}, shared: ofUser }, log),
    identities: collection<Identity, "providerUid", "userId" | "providerEmail">(
      {
        unique: { providerUid: ({ provider, providerUid }) => `${provider} ${providerUid}` },
        shared: { ...ofUser, providerEmail: ({ providerEmail }) => providerEmail },
      },
      log,
    ),
    authenticators: collection<Authenticator, never, "userId">({ unique: {}, shared: ofUser }, log),
    challenges: collection<Challenge, never, "userId">({ unique: {}, shared: ofUser }, log),
    teams: collection<Team, never, never>({ unique: {}, shared: {} }, log),
    memberships: collection<Membership, "teamMember", "userId" | "teamId">(
      {
        unique: { teamMember: ({ teamId, userId }) => `${teamId} ${userId}` },
        shared: { ...ofUser, teamId: ({ teamId }) => teamId },
      },
      log,
    ),
    messages: collection<Message, never, never>({ unique: {}, shared: {} }, log),
    logs: collection<Log, never, "userSequence" | "resource">(
      {
        unique: {},
        shared: {
          userSequence: ({ userSequence }) => (userSequence === null ? null : String(userSequence)),
          resource: ({ resource }) => resource,
        },
      },
      log,
    ),
    providers: collection<Provider, never, never>({ unique: {}, shared: {} }, log),
  }
}

/** The collections of one project. */
export type Database = ReturnType<typeof emptyDatabase>
