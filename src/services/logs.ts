import { detectDevice } from "../devices/detect.ts"
import type { LogAnswer } from "../models/log.ts"
import type { LogRules } from "../profiles/log-rules.ts"
import type { Project } from "../project/project.ts"
import type { Log } from "../project/records/log.ts"
import type { User } from "../project/records/user.ts"
import type { Queries } from "../queries/query.ts"
import { UNKNOWN_COUNTRY } from "./sessions.ts"

/** A page of a log. */
export interface LogPage {
  readonly total: number
  readonly logs: readonly LogAnswer[]
}

/** Appwrite 1.9: what a user did, newest first, each entry under the name and email that they had then. */
export async function logsOf(
  { database, rules }: Project,
  user: User,
  queries: Queries,
  withTotal: boolean,
  mode = DEFAULT_MODE,
): Promise<LogPage> {
  return logPage(database.logs.all("userSequence", String(user.$sequence)), queries, {
    withTotal,
    mode,
    ...rules.logs,
  })
}

/**
 * Appwrite 1.9: what users and API keys did to something, newest first. It outlives users and resources: a later one
 * of the same name takes over its log.
 * @param resource such as `team/ID`.
 */
export async function logsOfResource(
  { database, rules }: Project,
  resource: string,
  queries: Queries,
  withTotal: boolean,
): Promise<LogPage> {
  return logPage(database.logs.all("resource", resource), queries, {
    withTotal,
    mode: DEFAULT_MODE,
    ...rules.logs,
  })
}

/** The mode of all requests but those of the console. */
const DEFAULT_MODE = "default"

interface Wanted extends LogRules {
  readonly withTotal: boolean
  readonly mode: string
}

async function logPage(
  oldestFirst: readonly Log[],
  { limit, offset = 0 }: Queries,
  { withTotal, mode, defaultLimit, timeUnit }: Wanted,
): Promise<LogPage> {
  const all = oldestFirst.toReversed()
  const page = all.slice(offset, offset + (limit ?? defaultLimit))
  const logs = await Promise.all(
    page.map(async (log) => ({
      event: log.event,
      userId: log.userId,
      userName: log.userName,
      userEmail: log.userEmail,
      userType: log.userType,
      mode,
      ip: log.ip,
      time: Math.floor(log.$createdAt / timeUnit) * timeUnit,
      ...UNKNOWN_COUNTRY,
      ...(await detectDevice(log.userAgent)),
    })),
  )
  return { total: withTotal ? all.length : 0, logs }
}
