import { cell } from "../store/cell.ts"
import { type CollectionState, collection, type Indexes } from "../store/collection.ts"
import type { Document } from "../store/document.ts"
import { gathering } from "../store/gathering.ts"
import { opened } from "../store/opened.ts"
import { undoLog } from "../store/transaction.ts"
import type { CollectionName, CollectionStates, DatabaseState } from "./database-state.ts"
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
  const gathered = gathering()
  const settings = cell<Settings>(state?.settings ?? newSettings, log)
  const open = <R extends Document, U extends string = never, S extends string = never>(
    indexes: Indexes<R, U, S>,
    from: CollectionState<R> | undefined,
  ) => opened(from, () => collection(indexes, log, from, gathered))
  const stored = {
    keys: open<Key, "secret">({ unique: { secret: ({ secret }) => secret }, shared: {} }, state?.keys),
    users: open<User, "email" | "phone">(
      { unique: { email: ({ email }) => email, phone: ({ phone }) => phone }, shared: {} },
      state?.users,
    ),
    targets: open<Target, "identifier", "userId">(
      { unique: { identifier: ({ identifier }) => identifier }, shared: ofUser },
      state?.targets,
    ),
    sessions: open<Session, "secret", "userId">(
      { unique: { secret: ({ secret }) => secret }, shared: ofUser },
      state?.sessions,
    ),
    tokens: open<Token, never, "userId">({ unique: {}, shared: ofUser }, state?.tokens),
    identities: open<Identity, "providerUid", "userId" | "providerEmail">(
      {
        unique: { providerUid: ({ provider, providerUid }) => `${provider} ${providerUid}` },
        shared: { ...ofUser, providerEmail: ({ providerEmail }) => providerEmail },
      },
      state?.identities,
    ),
    authenticators: open<Authenticator, never, "userId">(
      { unique: {}, shared: ofUser },
      state?.authenticators,
    ),
    challenges: open<Challenge, never, "userId">({ unique: {}, shared: ofUser }, state?.challenges),
    teams: open<Team>({ unique: {}, shared: {} }, state?.teams),
    memberships: open<Membership, "teamMember", "userId" | "teamId">(
      {
        unique: { teamMember: ({ teamId, userId }) => `${teamId} ${userId}` },
        shared: { ...ofUser, teamId: ({ teamId }) => teamId },
      },
      state?.memberships,
    ),
    messages: open<Message>({ unique: {}, shared: {} }, state?.messages),
    logs: open<Log, never, "userSequence" | "resource">(
      {
        unique: {},
        shared: {
          userSequence: ({ userSequence }) => (userSequence === null ? null : String(userSequence)),
          resource: ({ resource }) => resource,
        },
      },
      state?.logs,
    ),
    providers: open<Provider>({ unique: {}, shared: {} }, state?.providers),
  }
  /** All that it holds now, whatever is written later; takes the same short time at any size. */
  const capture = (): DatabaseState => ({
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
  })
  function restore(captured: DatabaseState): void {
    settings.set(captured.settings)
    restoreCollections(stored, captured)
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
    /** Runs writes of very many records wholly or not at all, in a fraction of the time that a transaction takes. */
    bulk<T>(writes: () => T): T {
      const before = capture()
      return log.wholesale(
        () => gathered.gather(writes),
        () => restore(before),
      )
    },
    capture,
  }
}

type Restoring = { readonly [name in CollectionName]: { restore(state: CollectionStates[name]): void } }

function restoreCollections(collections: Restoring, states: CollectionStates): void {
  const restore = <N extends CollectionName>(name: N): void => collections[name].restore(states[name])
  for (const name of Object.keys(collections) as CollectionName[]) restore(name)
}

/** The collections of one project. */
export type Database = ReturnType<typeof openDatabase>
