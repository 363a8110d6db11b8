import type { RaisedEvent } from "../events/event-hub.ts"
import { exactName } from "../events/event-names.ts"
import type { World } from "../world.ts"
import type { Delivery, Webhook } from "./webhook.ts"
import { type Deliver, type WebhookRequest, webhookRequest } from "./webhook-request.ts"

/** Appwrite 1.9: `_APP_WEBHOOK_MAX_FAILED_ATTEMPTS`. */
const MOST_FAILURES = 10
/** Appwrite 1.9: milliseconds until a delivery has failed. */
const TIMEOUT = 15_000
const TOO_LATE = "The operation was aborted due to timeout"
/** How many events may wait, and how many deliveries are remembered. */
const MOST_WAITING = 1000

/** The events that a webhook still has to be told of, and what came of the others. */
export interface DeliveryQueue {
  readonly webhook: Webhook
  readonly deliveries: readonly Delivery[]
  add(event: RaisedEvent): void
  /** Turns the webhook on or off; on, it counts from 0. */
  enable(enabled: boolean): void
  /** When nothing waits any more. */
  settled(): Promise<void>
  /** Gives up what waits and what is under way. */
  close(): void
}

/** What a queue works with. */
export interface DeliveryMeans {
  readonly world: World
  readonly deliver: Deliver
  readonly log: (line: string) => void
}

/** One after the other, in the order of the events. */
export function deliveryQueue(made: Webhook, { world, deliver, log }: DeliveryMeans): DeliveryQueue {
  const closing = new AbortController()
  const waiting: RaisedEvent[] = []
  const deliveries: Delivery[] = []
  let webhook = made
  let running: Promise<void> | undefined

  async function attempt(request: WebhookRequest): Promise<Pick<Delivery, "status" | "error">> {
    const { signal, release } = limited(closing.signal)
    try {
      return { status: await Promise.race([deliver(request, signal), aborted(signal)]), error: null }
    } catch (error) {
      return { status: null, error: error instanceof Error ? error.message : String(error) }
    } finally {
      release()
    }
  }

  async function tell(event: RaisedEvent): Promise<void> {
    const { id, name, retryDelays } = webhook
    const request = webhookRequest(webhook, event, world.profile.version)
    for (let count = 1; count <= retryDelays.length + 1 && webhook.enabled; count += 1) {
      const time = new Date(world.clock.now()).toISOString()
      const start = performance.now()
      const outcome = await attempt(request)
      if (closing.signal.aborted) return
      const failed = outcome.status === null || outcome.status >= 400
      webhook = { ...webhook, attempts: failed ? webhook.attempts + 1 : 0 }
      if (webhook.attempts >= MOST_FAILURES) {
        webhook = { ...webhook, enabled: false }
        log(`Webhook "${name}" was turned off after ${webhook.attempts} failed deliveries.`)
      }
      const nextAttempt = failed && webhook.enabled ? (retryDelays[count - 1] ?? null) : null
      const duration = Math.round(performance.now() - start)
      const { body } = request
      deliveries.push({
        webhookId: id,
        event: exactName(event.names),
        time,
        attempt: count,
        ...outcome,
        duration,
        nextAttempt,
        body,
      })
      if (deliveries.length > MOST_WAITING) deliveries.shift()
      if (nextAttempt === null) return
      await pause(nextAttempt, closing.signal)
      if (closing.signal.aborted) return
    }
  }

  async function run(): Promise<void> {
    // The answer that goes with the event comes first.
    await new Promise((resolve) => setImmediate(resolve))
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) {
      if (webhook.enabled) await tell(event)
    }
    running = undefined
  }

  return {
    get webhook() {
      return webhook
    },
    deliveries,
    add(event) {
      if (!webhook.enabled || closing.signal.aborted) return
      if (waiting.length >= MOST_WAITING) {
        log(`Webhook "${webhook.name}" is too slow: it is not told of ${exactName(event.names)}.`)
        return
      }
      waiting.push(event)
      running ??= run()
    },
    enable(enabled) {
      webhook = { ...webhook, enabled, attempts: enabled ? 0 : webhook.attempts }
    },
    async settled() {
      await running
    },
    close() {
      waiting.length = 0
      closing.abort()
    },
  }
}

/**
 * A signal for one delivery, which ends with the queue, or when it has taken too long. Node.js 20 never lets go of what
 * `AbortSignal.any` makes of a signal that lives on.
 */
function limited(closing: AbortSignal): { readonly signal: AbortSignal; release(): void } {
  const own = new AbortController()
  const close = () => own.abort(closing.reason)
  const timer = setTimeout(() => own.abort(new DOMException(TOO_LATE, "TimeoutError")), TIMEOUT)
  timer.unref()
  closing.addEventListener("abort", close)
  if (closing.aborted) close()
  return {
    signal: own.signal,
    release() {
      clearTimeout(timer)
      closing.removeEventListener("abort", close)
    },
  }
}

/** Fails with the signal, for deliveries that do not heed it. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
  })
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener("abort", done)
      resolve()
    }
    signal.addEventListener("abort", done)
    if (signal.aborted) done()
  })
}
