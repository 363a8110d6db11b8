import { isJsonObject, type JsonValue, stringsIn } from "../contract/json-value.ts"
import { totpCode } from "../contract/totp.ts"
import type { Step } from "../contract/transcript.ts"
import type { OutboxMessage } from "../project/outbox.ts"

const TOTP_PERIOD = 30_000

/**
 * Steps in which codes that live for a moment only are said in a way that can be repeated: the code of an authenticator
 * app as `{"$totp": SECRET}`, and what a message brought as `{"$outbox": NUMBER}`, counted from 0 in the order in which
 * the project's messages were sent.
 * @param messages all that the project would have sent, oldest first.
 */
export async function withLiveCodes(
  steps: readonly Step[],
  messages: readonly OutboxMessage[],
): Promise<readonly Step[]> {
  const told = new Set<string>()
  const authenticators = new Set<string>()
  const changed: Step[] = []
  for (const step of steps) {
    const codes = await codesAt(step.at, authenticators)
    const changeText = (text: string): JsonValue => {
      const secret = codes.get(text)
      if (secret !== undefined) return { $totp: secret }
      // What an answer told is known to a replay anyway.
      if (told.has(text)) return text
      const message = messages.findLastIndex(
        ({ secret, sentAt }) => secret === text && Date.parse(sentAt) <= step.at,
      )
      return message === -1 ? text : { $outbox: message }
    }
    changed.push(step.content !== undefined && "json" in step.content ? withJson(step, changeText) : step)
    const { body } = step.answer
    for (const text of stringsIn(body)) told.add(text)
    if (isJsonObject(body) && typeof body.secret === "string" && typeof body.uri === "string") {
      authenticators.add(body.secret)
    }
  }
  return changed
}

/** The codes that authenticator apps show about a moment, with the secrets that they come from. */
async function codesAt(at: number, secrets: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>()
  for (const secret of secrets) {
    for (const moment of [at - TOTP_PERIOD, at + TOTP_PERIOD, at]) {
      codes.set(await totpCode(secret, moment), secret)
    }
  }
  return codes
}

/** Only whole values of members are codes. */
function withJson(step: Step, change: (text: string) => JsonValue): Step {
  if (step.content === undefined || !("json" in step.content)) return step
  const { json } = step.content
  if (!isJsonObject(json)) return step
  const members = Object.entries(json).map(([name, value]) => [
    name,
    (name === "secret" || name === "otp") && typeof value === "string" ? change(value) : value,
  ])
  return { ...step, content: { json: Object.fromEntries(members) } }
}
