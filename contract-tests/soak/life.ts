import { get } from "node:http"
import { openConnection } from "../../src/bench/connection.ts"
import { lineTo } from "../../src/bench/in-process.ts"
import type { Emulator, OutboxMessage } from "../../src/emulator.ts"
import { type Caller, callerOf, newCall } from "./caller.ts"

const PASSWORD = "correct horse battery"
const NEXT_PASSWORD = "correct horse stable"
const PAGE = "http://localhost/page"

/** All that a user does from coming to going, by key and as a client, and what is refused in between. */
export async function live(call: Caller, user: string): Promise<void> {
  const path = `/users/${user}`
  const email = `${user}@example.com`
  // From an address of their own: what is kept of clients must not grow with them.
  const guest = { "x-forwarded-for": addressOf(user) }
  await call(201, "POST", "/users", { userId: user, email, password: PASSWORD, name: `Soak ${user}` })
  await call(409, "POST", "/users", { userId: user })
  await call(200, "PATCH", `${path}/prefs`, { prefs: { of: user, note: "x".repeat(200) } })
  await call(200, "PATCH", `${path}/name`, { name: `Renamed ${user}` })
  await call(200, "PUT", `${path}/labels`, { labels: ["soak"] })
  const target = { targetId: user, providerType: "email", identifier: `more-${email}` }
  await call(201, "POST", `${path}/targets`, target)
  await call(201, "POST", `${path}/tokens`, {})
  await call(201, "POST", `${path}/jwts`, {})
  await call(200, "PATCH", `${path}/mfa/recovery-codes`, {})

  const { secret } = await call(201, "POST", `${path}/sessions`, {})
  const own = { ...guest, "x-appwrite-session": String(secret) }
  await call(200, "GET", "/account", undefined, own)
  await call(200, "POST", "/account/mfa/authenticators/totp", {}, own)
  await call(201, "POST", "/account/verifications/email", { url: PAGE }, own)
  await call(401, "POST", "/account/sessions/email", { email, password: "wrong horse" }, guest)
  await call(201, "POST", "/account/sessions/email", { email, password: PASSWORD }, guest)
  await call(201, "POST", "/teams", { teamId: user, name: user })
  await call(201, "POST", `/teams/${user}/memberships`, { userId: user, roles: ["owner"] })
  await call(200, "GET", `/users?search=${user}`)
  await call(200, "GET", "/users")
  await call(200, "GET", `${path}/logs`)
}

/** Logs in with a code, and makes a new password with a link, both as they were sent. */
export async function useMessages(call: Caller, { outbox }: Emulator, user: string): Promise<void> {
  const email = `${user}@example.com`
  const guest = { "x-forwarded-for": addressOf(user) }
  const newest = (kind: OutboxMessage["kind"]) => outbox.list({ recipient: email, kind }).at(-1)?.secret
  await call(201, "POST", "/account/tokens/email", { userId: user, email }, guest)
  await call(201, "POST", "/account/sessions/token", { userId: user, secret: newest("otp") }, guest)
  await call(201, "POST", "/account/recovery", { email, url: PAGE }, guest)
  const recovery = { userId: user, secret: newest("recovery"), password: NEXT_PASSWORD }
  await call(200, "PUT", "/account/recovery", recovery, guest)
}

/** A user goes, and what they were in. */
export async function leave(call: Caller, user: string): Promise<void> {
  await call(204, "DELETE", `/users/${user}`)
  await call(404, "GET", `/users/${user}`)
  await call(204, "DELETE", `/teams/${user}`)
}

/** Somebody follows the log for a moment. */
function lookAtStream(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "x-emulator-control": "1" }
    get(url, { headers, agent: false }, (stream) => {
      stream.destroy()
      resolve()
    }).on("error", reject)
  })
}

/** Somebody asks and goes away before the answer. */
export async function giveUp(port: number): Promise<void> {
  const { send, close } = await openConnection(port)
  const answer = send(newCall("GET", "/users")).catch(() => {})
  setImmediate(close)
  await answer
}

/** An IPv4 address that no other user has. */
function addressOf(user: string): string {
  const number = Number(user.replace(/\D/g, ""))
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
}

/** What test suites do with an emulator's state, and those who wait for what does not come. */
export async function useState(emulator: Emulator): Promise<void> {
  const project = emulator.project(emulator.projectIds()[0])
  const before = project.snapshot()
  using branch = project.branch()
  const theirs = { "x-appwrite-project": branch.projectId, "x-appwrite-key": branch.apiKey }
  await callerOf(lineTo(emulator))(201, "POST", "/users", { userId: "unique()" }, theirs)
  project.diff(before)
  const ended = emulator.log.follow(() => {})
  await emulator.outbox.waitFor({ recipient: "nobody" }, { timeout: 1 }).catch(() => {})
  await emulator.log.waitFor({ route: "nothing" }, { timeout: 1 }).catch(() => {})
  ended()
  await lookAtStream(`${emulator.url}/_emulator/log/stream`)
}
