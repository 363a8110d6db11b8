import type { LogAnswer } from "../models/log.ts"
import type { Project } from "../project/project.ts"
import type { User } from "../project/records/user.ts"
import type { Queries } from "../queries/query.ts"
import { UNKNOWN_COUNTRY } from "./sessions.ts"

const DEFAULT_LIMIT = 25

/** Appwrite 1.9: what a user did, newest first, under the name and email that they have now. */
export function logsOf({ database }: Project, user: User, { limit, offset = 0 }: Queries): LogAnswer[] {
  return database.logs
    .all("userId", user.$id)
    .reverse()
    .slice(offset, offset + (limit ?? DEFAULT_LIMIT))
    .map((log) => ({
      ...log,
      userName: user.name,
      userEmail: user.email,
      userType: "user",
      countryName: UNKNOWN_COUNTRY.countryName,
    }))
}
