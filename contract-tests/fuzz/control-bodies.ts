import type { JsonValue } from "../../src/contract/json-value.ts"
import type { Seed } from "../../src/emulator.ts"

/** A seed with something of everything. */
export const SEED: JsonValue & Seed = {
  settings: { maxSessions: 5, passwordHistory: 2, mockPhones: [{ number: "+15555550100", otp: "123456" }] },
  keys: [{ name: "Reader", secret: "reader", scopes: ["users.read"] }],
  teams: [{ $id: "crew", name: "Crew", prefs: { a: 1 } }],
  users: [
    {
      $id: "ada",
      email: "ada@example.com",
      phone: "+4930123456",
      name: "Ada",
      password: "correct horse",
      labels: ["vip"],
      recoveryCodes: ["0123456789"],
      identities: [{ provider: "google", providerUid: "g" }],
      prefs: { theme: "dark" },
      targets: [{ providerType: "email", identifier: "more@example.com" }],
      sessions: [{ userAgent: "curl", factors: ["password"] }],
      memberships: [{ teamId: "crew", roles: ["owner"] }],
      logs: [{ event: "session.create", time: "2026-01-01T00:00:00.000Z" }],
    },
    { $id: "ben", hash: "md5", password: "5f4dcc3b5aa765d61d8327deb882cf99" },
  ],
}

/** What the emulator's own routes are sent, by method and path: bodies that they take. Those without are not here. */
export const CONTROL_BODIES: Readonly<Record<string, readonly JsonValue[]>> = {
  "PUT /_emulator/projects/:projectId": [
    { keys: [{ secret: "own", scopes: ["users.read"] }, { secret: "whole" }] },
    { keys: [{ secret: "old" }], appwrite: "1.5" },
  ],
  "PUT /_emulator/projects/:projectId/seed": [SEED],
  "POST /_emulator/clock": [
    { advance: { minutes: 15 } },
    { set: "2026-01-01T00:00:00Z", freeze: true },
    { reset: true },
    { freeze: false },
  ],
  "POST /_emulator/faults": [
    { route: "POST /v1/users", fault: { status: 503 }, times: 1 },
    { project: "emulator", caller: "guest", fault: "rate_limited", after: 1, probability: 0.5 },
    { fault: "empty", latency: 1 },
  ],
  "PUT /_emulator/rate-limits": [{ enabled: true }, { enabled: false }],
  "POST /_emulator/projects/:projectId/webhooks": [
    {
      name: "hook",
      url: "http://localhost:1/",
      events: ["users.*.create"],
      security: false,
      httpUser: "a",
      httpPass: "b",
      enabled: true,
      signatureKey: "k",
      retryDelays: [1],
    },
  ],
}

/** The routes that take an export. */
export const TAKES_EXPORT = "PUT /_emulator/data"

/** Routes that take no body. A route that is neither here nor above was forgotten. */
export const BODILESS: ReadonlySet<string> = new Set([
  "POST /_emulator/reset",
  "POST /_emulator/projects/:projectId/reset",
  "POST /_emulator/snapshots",
  "PUT /_emulator/snapshots/:snapshotId/restore",
])
