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
  | { readonly kind: "ended" }

/** What an action says besides the answer's body. */
export interface Reply {
  /** Gives the client a session, or takes it away: in cookies and in `X-Fallback-Cookies`. */
  changeSession(change: SessionChange): void
  /** Names the user in whose audit log the request belongs, where the caller is somebody else. */
  actsAs(user: User): void
}

/** What was said, once the action is done. */
export interface SaidReply {
  readonly session: SessionChange | undefined
  readonly actor: User | undefined
}

/** A reply that takes note of what it is told. */
export function newReply(): { readonly reply: Reply; readonly said: SaidReply } {
  const said: { session: SessionChange | undefined; actor: User | undefined } = {
    session: undefined,
    actor: undefined,
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
    },
  }
}
