import type { User } from "../project/records/user.ts"
import { type ControlRoutes, knownProject } from "./control.ts"
import { ControlError } from "./control-error.ts"

/** A user as a person at a terminal wants to see it. */
export interface ShownUser {
  readonly $id: string
  /** `""` if there is none; so is the phone. */
  readonly email: string
  readonly phone: string
  readonly name: string
  readonly status: boolean
  readonly emailVerification: boolean
  readonly phoneVerification: boolean
  readonly mfa: boolean
  readonly labels: readonly string[]
  /** How many, with those that have expired. */
  readonly sessions: number
  /** ISO 8601. */
  readonly registration: string
}

/** Shows the users of a project, oldest first, without a request to its API, which would be logged. */
export const userRoutes: ControlRoutes = (app, control) => {
  app.get("/projects/:projectId/users", (context) => {
    const { database } = knownProject(control, context.req.param("projectId"))
    const { search = "", limit = "25" } = context.req.query()
    if (!/^\d{1,9}$/.test(limit)) throw new ControlError(400, "limit: expected a whole number from 0.")
    const found = [...database.users.values()].filter((user) => holds(user, search.toLowerCase()))
    const users = found.slice(0, Number(limit)).map((user): ShownUser => {
      const { $id, email, phone, name, status, emailVerification, phoneVerification, mfa, labels } = user
      return {
        $id,
        email: email ?? "",
        phone: phone ?? "",
        name,
        status,
        emailVerification,
        phoneVerification,
        mfa,
        labels,
        sessions: database.sessions.all("userId", $id).length,
        registration: new Date(user.registration).toISOString(),
      }
    })
    return context.json({ total: found.length, users })
  })
}

/** Whether one of the texts that tell users apart holds a text in small letters. */
function holds({ $id, email, phone, name, labels }: User, search: string): boolean {
  return [$id, email ?? "", phone ?? "", name, ...labels].some((text) => text.toLowerCase().includes(search))
}
