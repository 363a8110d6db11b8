import { detectDevice } from "../devices/detect.ts"
import type { LogAnswer } from "../models/log.ts"
import type { Project } from "../project/project.ts"
import type { User } from "../project/records/user.ts"
import type { Queries } from "../queries/query.ts"
import { UNKNOWN_COUNTRY } from "./sessions.ts"

const DEFAULT_LIMIT = 25
const SECOND = 1000

/** A page of a log. */
export interface LogPage {
  readonly total: number
  readonly logs: readonly LogAnswer[]
}

/** Appwrite 1.9: what a user did, newest first, under the name and email that they have now. */
export async function logsOf(
  { database }: Project,
  user: User,
  { limit = DEFAULT_LIMIT, offset = 0 }: Queries,
  withTotal: boolean,
): Promise<LogPage> {
  const all = database.logs.all("userId", user.$id).reverse()
  const page = all.slice(offset, offset + limit)
  const logs = await Promise.all(
    page.map(async (log) => ({
      event: log.event,
      userId: log.userId,
      userName: user.name,
      userEmail: user.email,
      userType: "user",
      mode: "default",
      ip: log.ip,
      time: Math.floor(log.$createdAt / SECOND) * SECOND,
      ...UNKNOWN_COUNTRY,
      ...(await detectDevice(log.userAgent)),
    })),
  )
  return { total: withTotal ? all.length : 0, logs }
}
