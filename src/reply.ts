import type { User } from "./project/records/user.ts"

/** A session as the client is to carry it. */
export interface StartedSession {
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
}

/** What was said, once the action is done. */
export interface SaidReply {
  readonly session: SessionChange | undefined
  readonly actor: User | undefined
  readonly resource: string | undefined
  readonly location: string | undefined
}

/** A reply that takes note of what it is told. */
export function newReply(): { readonly reply: Reply; readonly said: SaidReply } {
  const said: { -readonly [name in keyof SaidReply]: SaidReply[name] } = {
    session: undefined,
    actor: undefined,
    resource: undefined,
    location: undefined,
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
    },
  }
}
