import { cell } from "../store/cell.ts"
import { collection } from "../store/collection.ts"
import { opened } from "../store/opened.ts"
import { undoLog } from "../store/transaction.ts"
import type { DatabaseState } from "./database-state.ts"
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
import type { Settings } from "./settings.ts"

const ofUser = { userId: ({ userId }: { readonly userId: string }) => userId }

/**
 * All that a project stores. Source of the unique rules: Appwrite 1.9's collections.
 * @param newSettings of a new project.
 * @param state what it holds from the start; by default nothing.
 */
export function openDatabase(newSettings: Settings, state?: DatabaseState) {
  const log = undoLog()
  const settings = cell<Settings>(state?.settings ?? newSettings, log)
  const stored = {
    keys: opened(state?.keys, () =>
      collection<Key, "secret", never>(
        { unique: { secret: ({ secret }) => secret }, shared: {} },
        log,
        state?.keys,
      ),
    ),
    users: opened(state?.users, () =>
      collection<User, "email" | "phone", never>(
        { unique: { email: ({ email }) => email, phone: ({ phone }) => phone }, shared: {} },
        log,
        state?.users,
      ),
    ),
    targets: opened(state?.targets, () =>
      collection<Target, "identifier", "userId">(
        { unique: { identifier: ({ identifier }) => identifier }, shared: ofUser },
        log,
        state?.targets,
      ),
    ),
    sessions: opened(state?.sessions, () =>
      collection<Session, "secret", "userId">(
        { unique: { secret: ({ secret }) => secret }, shared: ofUser },
        log,
        state?.sessions,
      ),
    ),
    tokens: opened(state?.tokens, () =>
      collection<Token, never, "userId">({ unique: {}, shared: ofUser }, log, state?.tokens),
    ),
    identities: opened(state?.identities, () =>
      collection<Identity, "providerUid", "userId" | "providerEmail">(
        {
          unique: { providerUid: ({ provider, providerUid }) => `${provider} ${providerUid}` },
          shared: { ...ofUser, providerEmail: ({ providerEmail }) => providerEmail },
        },
        log,
        state?.identities,
      ),
    ),
    authenticators: opened(state?.authenticators, () =>
      collection<Authenticator, never, "userId">({ unique: {}, shared: ofUser }, log, state?.authenticators),
    ),
    challenges: opened(state?.challenges, () =>
      collection<Challenge, never, "userId">({ unique: {}, shared: ofUser }, log, state?.challenges),
    ),
    teams: opened(state?.teams, () =>
      collection<Team, never, never>({ unique: {}, shared: {} }, log, state?.teams),
    ),
    memberships: opened(state?.memberships, () =>
      collection<Membership, "teamMember", "userId" | "teamId">(
        {
          unique: { teamMember: ({ teamId, userId }) => `${teamId} ${userId}` },
          shared: { ...ofUser, teamId: ({ teamId }) => teamId },
        },
        log,
        state?.memberships,
      ),
    ),
    messages: opened(state?.messages, () =>
      collection<Message, never, never>({ unique: {}, shared: {} }, log, state?.messages),
    ),
    logs: opened(state?.logs, () =>
      collection<Log, never, "userSequence" | "resource">(
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
    ),
    providers: opened(state?.providers, () =>
      collection<Provider, never, never>({ unique: {}, shared: {} }, log, state?.providers),
    ),
  }
  return {
    settings,
    get keys() {
      return stored.keys.get()
    },
    get users() {
      return stored.users.get()
    },
    get targets() {
      return stored.targets.get()
    },
    get sessions() {
      return stored.sessions.get()
    },
    get tokens() {
      return stored.tokens.get()
    },
    get identities() {
      return stored.identities.get()
    },
    get authenticators() {
      return stored.authenticators.get()
    },
    get challenges() {
      return stored.challenges.get()
    },
    get teams() {
      return stored.teams.get()
    },
    get memberships() {
      return stored.memberships.get()
    },
    get messages() {
      return stored.messages.get()
    },
    get logs() {
      return stored.logs.get()
    },
    get providers() {
      return stored.providers.get()
    },
    /** Runs writes to any of the collections wholly or not at all. */
    transaction: log.transaction,
    /** All that it holds now, whatever is written later; takes the same short time at any size. */
    capture: (): DatabaseState => ({
      settings: settings.get(),
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
