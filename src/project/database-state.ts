import type { CollectionState } from "../store/collection.ts"
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

/** What each collection held at one moment. */
export type CollectionStates = { readonly [name in CollectionName]: CollectionState<Records[name]> }

/** All that a project stored at one moment. Nobody changes it, so that any number of projects may start from it. */
export type DatabaseState = { readonly settings: Settings } & CollectionStates
