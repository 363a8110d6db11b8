import type { Users } from "node-appwrite-27"
import type { OutboxMessage } from "../../../src/project/outbox.ts"
import type { Browser } from "./browser.ts"

/** What a flow works with: a server of its own, whose time the flow moves, and those who call it. */
export interface Stage {
  /** Ends with `/v1`. */
  readonly endpoint: string
  /** Opens a browser that nobody has logged in with. */
  open(): Browser
  /** The users as the application's own server sees them, with an API key. */
  readonly users: Users
  /** The last message that somebody got. */
  lastMessage(recipient: string): OutboxMessage
  /** What an authenticator app shows for its secret. */
  authenticatorCode(secret: string): Promise<string>
  /** Lets time pass. */
  wait(milliseconds: number): void
}

/** One story that a user of a web page goes through. */
export type Flow = (stage: Stage) => Promise<void>

/** By what happens in them. */
export type Flows = Readonly<Record<string, Flow>>

/** Whoever most flows are about. */
export const ada = { userId: "ada", email: "ada@example.com", password: "correct horse", name: "Ada" }

/** Ada's name and password for a login. */
export const adasLogin = { email: ada.email, password: ada.password }

/** Opens a browser, signs up Ada, and logs her in. */
export async function openAsAda({ open }: Stage): Promise<Browser> {
  const browser = open()
  await browser.account.create(ada)
  await browser.account.createEmailPasswordSession(adasLogin)
  return browser
}

/** What a link brings back to the page that it leads to. */
export function fromLink({ link }: Pick<OutboxMessage, "link">): { userId: string; secret: string } {
  const { searchParams } = new URL(link)
  return { userId: searchParams.get("userId") ?? "", secret: searchParams.get("secret") ?? "" }
}
