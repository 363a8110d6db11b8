import { isJsonObject, type JsonObject } from "../json-value.ts"
import type { Target } from "../replay.ts"
import type { ClockOffset } from "./ask.ts"
import { expectObject, refused } from "./expect-object.ts"
import { keyCall } from "./key-call.ts"
import { areLogsLate } from "./late-logs.ts"
import { offsetOf } from "./measure-clock.ts"
import type { Patience } from "./patient-fetch.ts"
import type { WorkerTimes } from "./run-walk.ts"

/** What differs between servers without being a difference. */
export interface ServerFacts {
  /** Of Appwrite, as errors tell it. */
  readonly version: string
  /** Shown as the issuer of authenticators; undefined when the server tells none. */
  readonly projectName: string | undefined
  /** Our own address and country, as the server sees them. */
  readonly ip: string
  readonly countryCode: string
  readonly countryName: string
  readonly clock: ClockOffset
  /** Whether entries of the audit log come later than walks wait for them. */
  readonly logsAreLate: boolean
}

/**
 * Finds out what the server's answers depend on, with a user that is deleted again.
 *
 * @param cleaner the same server, called also after an interruption.
 * @param userId an ID that nobody has.
 * @param reads how long the server's workers are waited for, in milliseconds.
 * @throws CannotCompare when the server refuses.
 */
export async function surveyServer(
  target: Target,
  cleaner: Target,
  userId: string,
  { reads, signal }: Pick<WorkerTimes, "reads"> & Pick<Patience, "signal">,
): Promise<ServerFacts> {
  const path = `/users/${userId}`
  const missing = await keyCall(target, "GET", path)
  const { version } = isJsonObject(missing.answer.body) ? missing.answer.body : {}
  if (missing.answer.status !== 404 || typeof version !== "string")
    throw refused(missing.answer, `GET ${path}`)
  const made = await keyCall(target, "POST", "/users", { userId, email: `${userId}@example.com` })
  const user = expectObject(made.answer, "POST /users")
  try {
    const started = await keyCall(target, "POST", `${path}/sessions`, {})
    const session = expectObject(started.answer, `POST ${path}/sessions`)
    const renamed = await keyCall(target, "PATCH", `${path}/name`, { name: "Lock step" })
    const secret = textOf(session, "secret")
    const moments = [
      { date: user.$createdAt, span: made.span },
      { date: session.$createdAt, span: started.span },
      { date: expectObject(renamed.answer, `PATCH ${path}/name`).$updatedAt, span: renamed.span },
    ]
    return {
      version,
      projectName: await issuerOf(target, secret),
      ip: textOf(session, "ip"),
      countryCode: textOf(session, "countryCode"),
      countryName: textOf(session, "countryName"),
      clock: offsetOf(moments),
      logsAreLate: await areLogsLate(target, userId, secret, reads, signal),
    }
  } finally {
    await keyCall(cleaner, "DELETE", path)
  }
}

async function issuerOf(target: Target, session: string): Promise<string | undefined> {
  const { answer } = await keyCall(target, "POST", "/account/mfa/authenticators/totp", {}, session)
  const uri = isJsonObject(answer.body) ? answer.body.uri : undefined
  if (typeof uri !== "string") return undefined
  return new URL(uri).searchParams.get("issuer") ?? undefined
}

function textOf(object: JsonObject, member: string): string {
  const value = object[member]
  return typeof value === "string" ? value : ""
}

/** Values that differ between two servers from the start. */
export function knownPairs(one: ServerFacts, other: ServerFacts): readonly (readonly [string, string])[] {
  const names = ["version", "ip", "countryCode", "countryName"] as const
  return names.map((name) => [one[name], other[name]] as const).filter(([a, b]) => a !== "" && a !== b)
}
