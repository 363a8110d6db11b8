import type { JsonValue } from "../json-value.ts"
import type { Target } from "../replay.ts"
import { createTwins } from "../twins.ts"
import { ask, sameClock, type TimedAnswer } from "./ask.ts"
import { userAgent } from "./call.ts"

const nothing = createTwins([])

/**
 * A call that belongs to no walk.
 *
 * @param session by default it is made with the project's key.
 */
export async function keyCall(
  target: Target,
  method: string,
  path: string,
  body?: JsonValue,
  session?: string,
): Promise<TimedAnswer> {
  const { project, key } = target
  const credential = session === undefined ? { "x-appwrite-key": key } : { "x-appwrite-session": session }
  const headers = { "x-appwrite-project": project, ...credential, "user-agent": userAgent }
  const content = body === undefined ? undefined : { json: body }
  const sent = { as: "key", method, path, query: {}, headers, content, note: undefined } as const
  return ask(target, sent, nothing, sameClock)
}
