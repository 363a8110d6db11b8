import { ANY_TEXT, checkMembers, listOf, type Rules, SWITCH, TEXT } from "../check-members.ts"
import { optionInvalid, webhookInvalid } from "../emulator-error.ts"
import { randomHex } from "../store/randomness.ts"
import type { World } from "../world.ts"
import { type DeliveryQueue, deliveryQueue } from "./delivery-queue.ts"
import type { Delivery, Webhook, WebhookOptions } from "./webhook.ts"
import type { Deliver } from "./webhook-request.ts"

/** The webhooks of an emulator. They stay when projects are emptied. */
export interface Webhooks {
  /** @throws EmulatorError `webhook_invalid`, `option_unknown`, `option_invalid` */
  create(options: WebhookOptions): Webhook
  /** Oldest first. @param project ID; by default all. */
  list(project?: string): Webhook[]
  get(id: string): Webhook | undefined
  /** Turns it on or off; on, it counts failures from 0. @returns the webhook; `undefined` if there is none. */
  enable(id: string, enabled: boolean): Webhook | undefined
  /** Gives up what it was to be told. @returns whether there was one. */
  delete(id: string): boolean
  /** Oldest first, the latest thousand. */
  deliveries(id: string): Delivery[]
  /** When nothing is left to deliver. */
  settled(): Promise<void>
}

/** What webhooks there are from the start, and how they are told. */
export interface WebhookSettings {
  readonly webhooks: readonly WebhookOptions[]
  /** By default by HTTP. */
  readonly deliver?: Deliver | undefined
}

interface Host {
  readonly world: World
  readonly log: (line: string) => void
}

interface Entry {
  readonly queue: DeliveryQueue
  end(): void
}

const KEY_LENGTH = 128

const byHttp: Deliver = async (request, signal) => {
  const { deliverByHttp } = await import("./deliver-by-http.ts")
  return deliverByHttp(request, signal)
}

/** @returns the webhooks, and how to end all deliveries. */
export function newWebhooks(
  { world, log }: Host,
  { webhooks, deliver = byHttp }: WebhookSettings,
): Webhooks & { close(): void } {
  const entries = new Map<string, Entry>()
  function create(options: WebhookOptions): Webhook {
    check(options)
    const webhook: Webhook = {
      security: true,
      httpUser: "",
      httpPass: "",
      enabled: true,
      retryDelays: [],
      ...options,
      id: world.uniqueId(),
      signatureKey: options.signatureKey ?? randomHex(world.randomness, KEY_LENGTH),
      attempts: 0,
    }
    const queue = deliveryQueue(webhook, { world, deliver, log })
    const off = world.events.listen({
      projectId: webhook.project,
      take(event) {
        if (webhook.events.some((name) => event.names.includes(name))) queue.add(event)
      },
    })
    const end = () => {
      off()
      queue.close()
    }
    entries.set(webhook.id, { queue, end })
    return webhook
  }
  for (const options of webhooks) create(options)
  return {
    create,
    list: (project) =>
      [...entries.values()]
        .map(({ queue }) => queue.webhook)
        .filter((webhook) => project === undefined || webhook.project === project),
    get: (id) => entries.get(id)?.queue.webhook,
    enable(id, enabled) {
      const queue = entries.get(id)?.queue
      queue?.enable(enabled)
      return queue?.webhook
    },
    delete(id) {
      entries.get(id)?.end()
      return entries.delete(id)
    },
    deliveries: (id) => [...(entries.get(id)?.queue.deliveries ?? [])],
    async settled() {
      await Promise.all([...entries.values()].map(({ queue }) => queue.settled()))
    },
    close() {
      for (const { end } of entries.values()) end()
    },
  }
}

const OPTIONS: Rules<WebhookOptions> = {
  project: TEXT,
  name: TEXT,
  url: TEXT,
  events: listOf("names of events", TEXT.fits),
  security: SWITCH,
  httpUser: ANY_TEXT,
  httpPass: ANY_TEXT,
  enabled: SWITCH,
  signatureKey: TEXT,
  retryDelays: listOf("milliseconds", (value) => typeof value === "number" && value >= 0),
}

const NEEDED = ["project", "name", "url", "events"] as const

function check(options: WebhookOptions): void {
  checkMembers("", options, OPTIONS)
  const missing = NEEDED.find((name) => options[name] === undefined)
  if (missing !== undefined) throw optionInvalid(missing, OPTIONS[missing].expected)
  const { url, events } = options
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw webhookInvalid(`"${url}" is no URL for a webhook: use http: or https:.`)
  }
  if (events.length === 0) throw webhookInvalid("A webhook needs at least one event, such as users.*.create.")
}
