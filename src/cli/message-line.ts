import type { OutboxMessage } from "../project/outbox.ts"
import type { Style } from "./style.ts"
import { visible } from "./visible.ts"

/** A message that the emulator did not send, as one line for the person who waits for it: with its code and link. */
export function messageLine({ kind, channel, recipient, secret, link, sentAt }: OutboxMessage, style: Style) {
  const brings = link !== "" ? link : secret
  const time = style.faint(sentAt.slice("2026-01-01T".length, -"Z".length))
  return `${time} ${style.strong("outbox")} ${kind} by ${channel} to ${visible(recipient)}${
    brings === "" ? "" : `: ${style.strong(visible(brings))}`
  }`
}
