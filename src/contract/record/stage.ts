import { createHash } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { readAnswer } from "../answer.ts"
import { type Patience, patiently } from "../real-project/patience.ts"
import type { Target } from "../replay.ts"
import { toRequest } from "../request.ts"
import type { Scenario, Sender, Sent, Stage } from "../scenario.ts"
import type { Caller, SentStep, Step } from "../transcript.ts"
import { createTwins } from "../twins.ts"

/** A stage, and what was sent and answered on it so far. */
export interface RecordingStage {
  readonly stage: Stage
  readonly steps: readonly Step[]
}

/** Where and how a stage records. */
export interface StageOptions extends Patience {
  readonly target: Target
  /** What own IDs begin with. */
  readonly prefix: string
  /** The time in milliseconds since the epoch. */
  readonly now: () => number
}

/** A client that device detection knows nothing of, so that the age of its lists does not matter. */
const USER_AGENT = "contract/1"
const ID_LENGTH = 36
/** How long the server's workers may take, in milliseconds. */
const PATIENCE_WITH_WORKERS = 15_000
const POLL_INTERVAL = 250
const NO_TWINS = createTwins([])

/** A stage for a scenario, which records what is sent and answered. */
export function recordingStage({ name }: Scenario, options: StageOptions): RecordingStage {
  const { target, now } = options
  const steps: Step[] = []
  const digest = createHash("sha256").update(name).digest()
  // The server's workers may still be deleting what the last scenario made, so that no two share a name.
  const own = `${options.prefix}-${digest.toString("hex").slice(0, 4)}`
  const subscriber = 100 + (digest.readUInt16BE(4) % 900)
  const stage: Stage = {
    id: (name) => `${own}-${name}`.slice(0, ID_LENGTH),
    email: (name) => `${own}-${name}@example.com`,
    phone: (digit) => `+1415555${subscriber}${digit}`,
    async step(method, path, sent = {}) {
      const asked = toStep(method, path, sent, target)
      const giveUpAt = now() + PATIENCE_WITH_WORKERS
      for (;;) {
        const step = await exchange(asked, options)
        if (sent.until === undefined || sent.until(step.answer) || now() >= giveUpAt) {
          steps.push(step)
          return step.answer
        }
        await sleep(POLL_INTERVAL)
      }
    },
  }
  return { stage, steps }
}

async function exchange(asked: SentStep, options: StageOptions): Promise<Step> {
  const { target, now } = options
  let at = now()
  const response = await patiently(
    async () => {
      at = now()
      return target.fetch(await toRequest(asked, NO_TWINS, target.baseUrl, at))
    },
    now,
    options,
  )
  const answer = await readAnswer(response)
  return { ...asked, at, ms: now() - at, answer }
}

function toStep(method: string, path: string, sent: Sent, { project, key }: Target): SentStep {
  const { as = "key", query = {}, headers, body, raw, note } = sent
  const json = body === undefined ? undefined : { json: body }
  return {
    as: callerOf(as),
    method,
    path,
    query,
    headers: {
      "x-appwrite-project": project,
      "user-agent": USER_AGENT,
      ...headersOf(as, key),
      ...headers,
    },
    content: raw === undefined ? json : { raw },
    note,
  }
}

function callerOf(sender: Sender): Caller {
  if (typeof sender === "string") return sender
  if ("session" in sender) return "session"
  return "jwt" in sender ? "jwt" : "cookie"
}

function headersOf(sender: Sender, key: string): Readonly<Record<string, string>> {
  if (sender === "guest") return {}
  if (sender === "key") return { "x-appwrite-key": key }
  if ("session" in sender) return { "x-appwrite-session": sender.session }
  return "jwt" in sender ? { "x-appwrite-jwt": sender.jwt } : { cookie: sender.cookie }
}
