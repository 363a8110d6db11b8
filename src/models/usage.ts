import { date, integer, text } from "./members.ts"
import { list, model } from "./model.ts"

/** A figure for one hour or day. */
export interface Metric {
  readonly value: number
  readonly date: number
}

/** Figures about the users of a project, oldest first. */
export interface UsageUsers {
  readonly range: string
  readonly usersTotal: number
  readonly sessionsTotal: number
  readonly users: readonly Metric[]
  readonly sessions: readonly Metric[]
}

const metric = model<Metric>("metric", { value: integer, date })

/** Appwrite 1.9: UsageUsers. */
export const usageUsers = model<UsageUsers>("usageUsers", {
  range: text,
  usersTotal: integer,
  sessionsTotal: integer,
  users: list(metric),
  sessions: list(metric),
})
