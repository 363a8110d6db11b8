import { beforeEach, describe, expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT, type Emulator } from "../../emulator.ts"

const NOW = Date.UTC(2026, 0, 2)

let emulator: Emulator

async function call(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await emulator.fetch(
    new Request(`http://localhost/v1/messaging/providers${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        "x-appwrite-project": DEFAULT_PROJECT,
        "x-appwrite-key": DEFAULT_API_KEY,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  return { status: response.status, body: JSON.parse((await response.text()) || "null") }
}

beforeEach(async () => {
  emulator = await createEmulator({ clock: { now: () => NOW } })
})

const SENDER = { fromName: "", fromEmail: "a@example.com", replyToName: "", replyToEmail: "" }
const FROM = "+14155550150"

/** Each kind with all that it needs: what is sent, and where the answer shows it. */
const complete = [
  {
    provider: "mailgun",
    type: "email",
    credentials: { isEuRegion: false, apiKey: "k", domain: "d" },
    options: SENDER,
  },
  { provider: "sendgrid", type: "email", credentials: { apiKey: "k" }, options: SENDER },
  {
    provider: "ses",
    type: "email",
    credentials: { accessKey: "a", secretKey: "s", region: "r" },
    options: SENDER,
  },
  { provider: "resend", type: "email", credentials: { apiKey: "k" }, options: SENDER },
  {
    provider: "smtp",
    type: "email",
    credentials: { port: 25, username: "u", password: "p", host: "h" },
    options: { ...SENDER, encryption: "tls", autoTLS: false, mailer: "m" },
  },
  {
    provider: "msg91",
    type: "sms",
    credentials: { templateId: "t", senderId: "s", authKey: "k" },
    options: [],
  },
  {
    provider: "telesign",
    type: "sms",
    credentials: { customerId: "c", apiKey: "k" },
    options: { from: FROM },
  },
  {
    provider: "textmagic",
    type: "sms",
    credentials: { username: "u", apiKey: "k" },
    options: { from: FROM },
  },
  {
    provider: "twilio",
    type: "sms",
    credentials: { accountSid: "a", authToken: "t" },
    options: { from: FROM },
  },
  { provider: "vonage", type: "sms", credentials: { apiKey: "k", apiSecret: "s" }, options: { from: FROM } },
  { provider: "fcm", type: "push", credentials: { serviceAccountJSON: { project_id: "x" } }, options: [] },
  {
    provider: "apns",
    type: "push",
    credentials: { authKey: "k", authKeyId: "i", teamId: "t", bundleId: "b" },
    options: { sandbox: true },
  },
]

/** What a client sends to get such a provider: the empty texts are what is there without being sent. */
const sentFor = ({ provider, credentials, options }: (typeof complete)[number]) => ({
  providerId: provider,
  name: "Name",
  ...credentials,
  ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== "")),
})

describe.each(complete)("$provider", (kind) => {
  const { provider, type, credentials, options } = kind

  test("is shown as it was made", async () => {
    const answer = {
      $id: provider,
      $createdAt: "2026-01-02T00:00:00.000+00:00",
      $updatedAt: "2026-01-02T00:00:00.000+00:00",
      name: "Name",
      provider,
      enabled: true,
      type,
      credentials,
      options,
    }
    const made = await call("POST", `/${provider}`, { ...sentFor(kind), enabled: true })
    expect(made).toEqual({ status: 201, body: answer })
    expect((await call("GET", `/${provider}`)).body).toEqual(answer)
  })

  test("is not enabled unasked, nor with only its name", async () => {
    expect((await call("POST", `/${provider}`, sentFor(kind))).body.enabled).toBe(false)
    const bare = {
      providerId: "bare",
      name: "Name",
      enabled: true,
      ...(provider === "smtp" && { host: "h" }),
    }
    expect((await call("POST", `/${provider}`, bare)).body.enabled).toBe(false)
  })

  test("refuses an ID that another provider has", async () => {
    await call("POST", "/sendgrid", { providerId: provider, name: "Name" })
    const again = await call("POST", `/${provider}`, sentFor(kind))
    expect([again.status, again.body.type]).toEqual([409, "provider_already_exists"])
  })
})

test.each<[string, string, object, string]>([
  ["sendgrid", "fromEmail", { fromEmail: "" }, "Value must be a valid email address"],
  ["sendgrid", "apiKey", { apiKey: "" }, "Value must be a valid string and at least 1 chars"],
  ["sendgrid", "enabled", { enabled: "1" }, "Value must be a valid boolean or null"],
  ["smtp", "port", { host: "h", port: 0 }, "Value must be a valid range between 1 and 65,535"],
  ["smtp", "encryption", { host: "h", encryption: "x" }, "Value must be one of (none, ssl, tls)"],
  [
    "twilio",
    "from",
    { from: "1" },
    "Phone number must start with a '+' can have a maximum of fifteen digits.",
  ],
  ["fcm", "serviceAccountJSON", { serviceAccountJSON: "{" }, "Value must be a valid JSON string or null"],
])("%s refuses a wrong %s", async (provider, name, sent, message) => {
  const { status, body } = await call("POST", `/${provider}`, { providerId: "p", name: "Name", ...sent })
  expect([status, body.message]).toEqual([400, `Invalid \`${name}\` param: ${message}`])
  expect((await call("GET", "")).body.total).toBe(0)
})

test("a service account may come as text", async () => {
  const sent = { providerId: "p", name: "Name", serviceAccountJSON: '{"project_id":"x"}', enabled: true }
  expect((await call("POST", "/fcm", sent)).body).toMatchObject({
    enabled: true,
    credentials: { serviceAccountJSON: { project_id: "x" } },
  })
})

test("providers are filtered, searched and deleted", async () => {
  for (const kind of complete) await call("POST", `/${kind.provider}`, sentFor(kind))
  const listed = async (query: string) => {
    const { total, providers } = (await call("GET", query)).body
    expect(total).toBe(providers.length)
    return providers.map(({ $id }: { $id: string }) => $id)
  }
  const push = JSON.stringify({ method: "equal", attribute: "type", values: ["push"] })
  expect(await listed(`?queries[0]=${encodeURIComponent(push)}`)).toEqual(["fcm", "apns"])
  expect(await listed("?search=twilio")).toEqual(["twilio"])
  expect((await call("DELETE", "/twilio")).status).toBe(204)
  expect(await listed("?search=twilio")).toEqual([])
  expect((await call("DELETE", "/twilio")).body).toMatchObject({ code: 404, type: "provider_not_found" })
})

test("a missing cursor is named", async () => {
  const after = JSON.stringify({ method: "cursorAfter", values: ["nosuch"] })
  const { body } = await call("GET", `?queries[0]=${encodeURIComponent(after)}`)
  expect(body).toMatchObject({
    type: "general_cursor_not_found",
    message: "Provider 'nosuch' for the 'cursor' value not found.",
  })
})

test("guests may neither read nor write", async () => {
  const asGuest = { "x-appwrite-key": "" }
  const refusals = [await call("GET", "", undefined, asGuest), await call("POST", "/fcm", {}, asGuest)]
  expect(refusals.map(({ body }) => body.message)).toEqual([
    'User (role: guests) missing scopes (["providers.read"])',
    'User (role: guests) missing scopes (["providers.write"])',
  ])
})
