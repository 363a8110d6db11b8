import type { JsonObject } from "../json-value.ts"
import type { Scenario } from "../scenario.ts"
import { query, refusals } from "./parts.ts"

/** What each kind of provider asks for; none of it is real. */
const kinds: Readonly<Record<string, JsonObject>> = {
  mailgun: { apiKey: "k", domain: "example.com", isEuRegion: false, fromEmail: "a@example.com" },
  sendgrid: { apiKey: "k", fromEmail: "a@example.com" },
  ses: { accessKey: "k", secretKey: "s", region: "eu-west-1", fromEmail: "a@example.com" },
  resend: { apiKey: "k", fromEmail: "a@example.com" },
  smtp: { host: "smtp.example.com", port: 587, username: "u", password: "p", fromEmail: "a@example.com" },
  msg91: { templateId: "t", senderId: "s", authKey: "k" },
  telesign: { from: "+14155550100", customerId: "c", apiKey: "k" },
  textmagic: { from: "+14155550100", username: "u", apiKey: "k" },
  twilio: { from: "+14155550100", accountSid: "a", authToken: "t" },
  vonage: { from: "+14155550100", apiKey: "k", apiSecret: "s" },
  fcm: { serviceAccountJSON: { project_id: "x" } },
  apns: { authKey: "k", authKeyId: "i", teamId: "t", bundleId: "b" },
}

/** What delivers messages: each kind is made, listed and deleted. */
export const providers: Scenario = {
  name: "providers",
  area: "messaging",
  changesSettings: true,
  async run(stage) {
    const { step, id } = stage
    await step("GET", "/messaging/providers")
    for (const [kind, details] of Object.entries(kinds)) {
      const path = `/messaging/providers/${kind}`
      const body = { providerId: id(kind), name: kind, ...details }
      await step("POST", path, { body: { ...body, enabled: true } })
      await refusals(stage, [
        ["POST", path, body],
        ["POST", path, { providerId: "bad id", name: kind }],
        ["POST", path, { providerId: id("x") }],
      ])
      await step("POST", path, { as: "guest", body })
      await step("GET", `/messaging/providers/${id(kind)}`)
    }
    await step("GET", "/messaging/providers", { query: { queries: [query("equal", "type", ["sms"])] } })
    await step("GET", "/messaging/providers", { query: { search: "twilio" } })
    await refusals(stage, [
      ["GET", "/messaging/providers/none"],
      ["DELETE", "/messaging/providers/none"],
    ])
    for (const path of ["", "/none"]) await step("GET", `/messaging/providers${path}`, { as: "guest" })
    await step("DELETE", "/messaging/providers/none", { as: "guest" })
    for (const kind of Object.keys(kinds)) await step("DELETE", `/messaging/providers/${id(kind)}`)
  },
}
