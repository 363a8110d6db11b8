import { createHmac } from "node:crypto"
import type { RaisedEvent } from "../events/event-hub.ts"
import type { Webhook } from "./webhook.ts"

/** What a webhook is sent, by POST. */
export interface WebhookRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Whether the certificate is checked. */
  readonly security: boolean
}

/**
 * Sends a request and brings the status of the answer. Redirections are not followed.
 * @throws if there is no answer.
 */
export type Deliver = (request: WebhookRequest, signal: AbortSignal) => Promise<number>

const TOKEN = /"(?:[^"\\]|\\.)*"|\{\}/g
const BEYOND_ASCII = /[\u0080-\uffff]/g

/**
 * The payload as the worker writes it. Appwrite 1.9: PHP's `json_encode` without options escapes all beyond ASCII, and an
 * empty object has become an array in the queue.
 */
function webhookBody(json: string): string {
  return json
    .replace(TOKEN, (token) => (token === "{}" ? "[]" : token))
    .replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
}

/** PHP's `rawurldecode`: other than in `urldecode`, `+` is no blank. */
function rawUrlDecode(url: string): Buffer {
  const parts = url.split(/((?:%[0-9a-f]{2})+)/i)
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Buffer.from(part.replaceAll("%", ""), "hex") : Buffer.from(part),
    ),
  )
}

/**
 * Appwrite 1.9: the headers of webhooks. The signature is the HMAC-SHA1 of the decoded URL and the body. A header
 * without value is not sent.
 */
export function webhookRequest(webhook: Webhook, event: RaisedEvent, version: string): WebhookRequest {
  const body = webhookBody(event.json)
  const { url, httpUser, httpPass, security, signatureKey } = webhook
  const signature = createHmac("sha1", signatureKey).update(rawUrlDecode(url)).update(body).digest("base64")
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    "User-Agent": `Appwrite-Server v${version}. Please report abuse at`,
    Accept: "*/*",
    "X-Appwrite-Webhook-Id": webhook.id,
    "X-Appwrite-Webhook-Events": event.names.join(","),
    "X-Appwrite-Webhook-Name": webhook.name,
    "X-Appwrite-Webhook-User-Id": event.userId,
    "X-Appwrite-Webhook-Project-Id": event.projectId,
    "X-Appwrite-Webhook-Signature": signature,
  }
  if (event.userId === "") delete headers["X-Appwrite-Webhook-User-Id"]
  if (httpUser !== "" && httpPass !== "") {
    headers.Authorization = `Basic ${Buffer.from(`${httpUser}:${httpPass}`).toString("base64")}`
  }
  return { url, headers, body, security }
}
