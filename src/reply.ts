import type { EventIds } from "./events/event-names.ts"
import type { Model, View } from "./models/model.ts"
import type { User } from "./project/records/user.ts"

/** A session as the client is to carry it. */
interface StartedSession {
  /** Base64 of the user's ID and the secret. */
  readonly value: string
  /** Milliseconds since the epoch. */
  readonly expire: number
}

/** What happens to the client's session cookies. */
export type SessionChange =
  | { readonly kind: "started"; readonly session: StartedSession }
  | {
      readonly kind: "ended"
      /** How many of the user's sessions ended; the header for clients without cookies tells of each. */
      readonly sessions: number
      /** Whether the request's own is among them: its cookies are taken back. */
      readonly current: boolean
    }

/** What an action says besides the answer's body. */
export interface Reply {
  /** Gives the client a session, or takes it away: in cookies and in `X-Fallback-Cookies`. */
  changeSession(change: SessionChange): void
  /** Names the user in whose audit log the request belongs, where the caller is somebody else. */
  actsAs(user: User): void
  /** Names what the request acts on, such as `team/ID`: its entry of the audit log can be found by that, too. */
  actsOn(resource: string): void
  /** Sends the client on to another URL. */
  redirect(url: string): void
  /** Names IDs of the event that neither the path nor the answer says. */
  concerns(ids: EventIds): void
  /** Gives the event a payload other than the answer. */
  tells<T>(model: Model<T>, record: T): void
  /** Lets the event show the secrets that the answer hides from clients. */
  tellsSecrets(): void
  /** A user was stored. */
  created(user: User): void
}

/** What was said, once the action is done. */
export interface SaidReply {
  readonly session: SessionChange | undefined
  readonly actor: User | undefined
  readonly resource: string | undefined
  readonly location: string | undefined
  readonly ids: EventIds
  /** Writes the payload of the event; `undefined`: it is the answer. */
  readonly payload: ((view: View) => string) | undefined
  readonly showsSecrets: boolean
  readonly created: User | undefined
}

const NO_IDS: EventIds = {}

/** A reply that takes note of what it is told. */
export function newReply(): { readonly reply: Reply; readonly said: SaidReply } {
  const said: { -readonly [name in keyof SaidReply]: SaidReply[name] } = {
    session: undefined,
    actor: undefined,
    resource: undefined,
    location: undefined,
    ids: NO_IDS,
    payload: undefined,
    showsSecrets: false,
    created: undefined,
  }
  return {
    said,
    reply: {
      changeSession(change) {
        said.session = change
      },
      actsAs(user) {
        said.actor = user
      },
      actsOn(resource) {
        said.resource = resource
      },
      redirect(url) {
        said.location = url
      },
      concerns(ids) {
        said.ids = ids
      },
      tells(model, record) {
        said.payload = (view) => model.write(record, view)
      },
      tellsSecrets() {
        said.showsSecrets = true
      },
      created(user) {
        said.created = user
      },
    },
  }
}
