import { expect, test } from "vitest"
import { newScene, type Scene } from "../test-support/scene.ts"
import type { OutboxMessage } from "./outbox.ts"
import { MESSAGE_KINDS } from "./records/message.ts"

const EMAIL = "ann@acme.com"
const PHONE = "+14155550100"
const URL = "http://localhost/done?step=2"
const PASSWORD = "correct horse"

/** Ann, whom everything can be sent to, and one session of hers. */
async function annsScene() {
  const scene = await newScene()
  const { key, session } = scene
  await key("POST", "/users", { userId: "ann", email: EMAIL, phone: PHONE, password: PASSWORD })
  return { ...scene, ann: await session("ann") }
}

interface Case {
  readonly kind: OutboxMessage["kind"]
  readonly channel: OutboxMessage["channel"]
  /** Lets the server send it. */
  readonly send: (scene: Scene & { readonly ann: Scene["guest"] }) => Promise<unknown>
  /** What its secret is like; by default a code. */
  readonly secret?: RegExp
  /** Whether its link brings the user and the secret to the URL. */
  readonly hasLink?: true
}

const CODE = /^\d{6}$/
const LONG = /^[0-9a-f]{64,256}$/

const CASES: readonly Case[] = [
  {
    kind: "otp",
    channel: "email",
    send: ({ guest }) => guest("POST", "/account/tokens/email", { userId: "ann", email: EMAIL }),
  },
  {
    kind: "otp",
    channel: "sms",
    send: ({ guest }) => guest("POST", "/account/tokens/phone", { userId: "ann", phone: PHONE }),
  },
  {
    kind: "magicUrl",
    channel: "email",
    send: ({ guest }) =>
      guest("POST", "/account/tokens/magic-url", { userId: "ann", email: EMAIL, url: URL }),
    secret: LONG,
    hasLink: true,
  },
  {
    kind: "recovery",
    channel: "email",
    send: ({ guest }) => guest("POST", "/account/recovery", { email: EMAIL, url: URL }),
    secret: LONG,
    hasLink: true,
  },
  {
    kind: "verification",
    channel: "email",
    send: ({ ann }) => ann("POST", "/account/verifications/email", { url: URL }),
    secret: LONG,
    hasLink: true,
  },
  {
    kind: "verification",
    channel: "sms",
    send: ({ ann }) => ann("POST", "/account/verifications/phone"),
  },
  {
    kind: "challenge",
    channel: "email",
    async send({ key, ann }) {
      await key("PATCH", "/users/ann/verification", { emailVerification: true })
      await ann("POST", "/account/mfa/challenges", { factor: "email" })
    },
  },
  {
    kind: "challenge",
    channel: "sms",
    async send({ key, ann }) {
      await key("PATCH", "/users/ann/verification/phone", { phoneVerification: true })
      await ann("POST", "/account/mfa/challenges", { factor: "phone" })
    },
  },
  {
    kind: "invitation",
    channel: "email",
    async send({ key, session }) {
      await key("POST", "/users", { userId: "bea" })
      const bea = await session("bea")
      await bea("POST", "/teams", { teamId: "crew", name: "Crew" })
      await bea("POST", "/teams/crew/memberships", { email: EMAIL, roles: [], url: URL })
    },
    secret: LONG,
    hasLink: true,
  },
  {
    kind: "sessionAlert",
    channel: "email",
    async send({ key, guest }) {
      await key("PATCH", "/project/policies/session-alert", { enabled: true })
      await guest("POST", "/account/sessions/email", { email: EMAIL, password: PASSWORD })
    },
    secret: /^$/,
  },
]

test("every kind of message is looked at here", () => {
  expect(new Set(CASES.map(({ kind }) => kind))).toEqual(new Set(MESSAGE_KINDS))
})

test.each(CASES)("$kind by $channel: recipient, secret and link", async (one) => {
  const { kind, channel, send, secret = CODE, hasLink } = one
  const scene = await annsScene()
  await send(scene)
  const [message, ...others] = scene.emulator.outbox.list()
  expect(others).toEqual([])
  const recipient = channel === "email" ? EMAIL : PHONE
  expect(message).toMatchObject({ kind, channel, recipient, userId: "ann" })
  expect(message?.secret).toMatch(secret)
  if (hasLink === undefined) return expect(message?.link).toBe("")
  const { origin, pathname, searchParams } = new globalThis.URL(message?.link ?? "")
  expect(origin + pathname).toBe("http://localhost/done")
  expect(Object.fromEntries(searchParams)).toMatchObject({
    step: "2",
    userId: "ann",
    secret: message?.secret,
  })
})
