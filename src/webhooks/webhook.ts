/** How a webhook is made. Its names are those of Appwrite 1.9's project settings. */
export interface WebhookOptions {
  /** ID of the project whose events it gets. */
  readonly project: string
  readonly name: string
  /** `http:` or `https:`. */
  readonly url: string
  /** Names of events, as exact or general as they are raised: `users.*.create`. At least one. */
  readonly events: readonly string[]
  /** Whether the certificate of the URL is checked; by default it is. */
  readonly security?: boolean
  /** For HTTP Basic authentication, which takes both. */
  readonly httpUser?: string
  readonly httpPass?: string
  /** By default true. */
  readonly enabled?: boolean
  /** Secret of the signatures; by default 128 random hexadecimal digits. */
  readonly signatureKey?: string
  /**
   * Milliseconds to wait before each further try of a delivery that failed; by default there is none, as on the real
   * server. Each try counts as a failed delivery.
   */
  readonly retryDelays?: readonly number[]
}

/** A webhook as it is now. */
export interface Webhook extends Required<WebhookOptions> {
  readonly id: string
  /** How many deliveries failed since the last one that did not. With the tenth it is turned off. */
  readonly attempts: number
}

/** One try to tell a webhook of an event. */
export interface Delivery {
  readonly webhookId: string
  /** The most exact name. */
  readonly event: string
  /** When it was sent, ISO 8601, by the emulator's clock. */
  readonly time: string
  /** 1 for the first try. */
  readonly attempt: number
  /** Status of the answer; `null` if there was none. Below 400 it was a success. */
  readonly status: number | null
  /** Why there was no answer; `null` if there was one. */
  readonly error: string | null
  /** Milliseconds that it took. */
  readonly duration: number
  /** Milliseconds until the next try; `null` if there is none. */
  readonly nextAttempt: number | null
  /** What was sent. */
  readonly body: string
}
