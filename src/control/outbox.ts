import type { MessageFilter } from "../handle/outbox.ts"
import { MESSAGE_CHANNELS, MESSAGE_KINDS } from "../project/records/message.ts"
import { type Control, type ControlRoutes, knownProject } from "./control.ts"
import { ControlError } from "./control-error.ts"
import { readWait } from "./read-wait.ts"

/** What would have been sent; with `wait`, as soon as something matches. */
export const outboxRoutes: ControlRoutes = (app, control) => {
  const { arrivals } = control
  const { outbox } = control.emulator
  app.get("/outbox", async (context) => {
    const { wait: longest, ...wanted } = context.req.query()
    const filter = readFilter(wanted, control)
    const wait = readWait(longest)
    const found = () => {
      const messages = outbox.list(filter)
      return messages.length === 0 ? undefined : messages
    }
    const messages = wait === 0 ? found() : await arrivals.until(found, wait)
    return context.json({ messages: messages ?? [] })
  })
  app.delete("/outbox", (context) => {
    outbox.clear(readFilter(context.req.query(), control))
    return context.body(null, 204)
  })
}

/** @throws ControlError 400 or 404 */
function readFilter(query: Readonly<Record<string, string>>, control: Control): MessageFilter {
  const { project, kind, channel, recipient, userId, ...others } = query
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) {
    throw new ControlError(400, `${unknown}: expected project, kind, channel, recipient, userId or wait.`)
  }
  return {
    ...(project !== undefined && { project: knownProject(control, project).id }),
    ...(kind !== undefined && { kind: oneOf("kind", MESSAGE_KINDS, kind) }),
    ...(channel !== undefined && { channel: oneOf("channel", MESSAGE_CHANNELS, channel) }),
    ...(recipient !== undefined && { recipient }),
    ...(userId !== undefined && { userId }),
  }
}

function oneOf<T extends string>(name: string, known: readonly T[], text: string): T {
  const found = known.find((one) => one === text)
  if (found === undefined) throw new ControlError(400, `${name}: expected one of ${known.join(", ")}.`)
  return found
}
