import type { ProviderType } from "../../project/records/target.ts"

/** What a provider is. */
export interface Kind {
  /** `smtp`, `sendgrid`, `fcm`, … */
  readonly provider: ProviderName
  readonly type: ProviderType
  /** Credentials and options without which it can't be enabled. */
  readonly needs: readonly string[]
}

/** Appwrite 1.9: the type of each provider, and what it needs. */
const kinds = {
  mailgun: ["email", ["fromEmail", "isEuRegion", "apiKey", "domain"]],
  sendgrid: ["email", ["fromEmail", "apiKey"]],
  ses: ["email", ["fromEmail", "accessKey", "secretKey", "region"]],
  resend: ["email", ["fromEmail", "apiKey"]],
  smtp: ["email", ["fromEmail", "host"]],
  msg91: ["sms", ["senderId", "authKey"]],
  telesign: ["sms", ["from", "customerId", "apiKey"]],
  textmagic: ["sms", ["from", "username", "apiKey"]],
  twilio: ["sms", ["from", "accountSid", "authToken"]],
  vonage: ["sms", ["from", "apiKey", "apiSecret"]],
  fcm: ["push", ["serviceAccountJSON"]],
  apns: ["push", ["authKey", "authKeyId", "teamId", "bundleId"]],
} as const satisfies Readonly<Record<string, readonly [ProviderType, readonly string[]]>>

/** The name of a provider. */
export type ProviderName = keyof typeof kinds

const isProviderName = (text: string): text is ProviderName => Object.hasOwn(kinds, text)

/** All of them. */
export const PROVIDER_NAMES: readonly ProviderName[] = Object.keys(kinds).filter(isProviderName)

/** The kind of a provider. */
export function kindOf(provider: ProviderName): Kind {
  const [type, needs] = kinds[provider]
  return { provider, type, needs }
}
