import type { Document } from "../../store/document.ts"

/** Who acted: name and email are those of that moment, after the action. */
export interface LogActor {
  readonly userType: "user" | "keyProject"
  /** `""` for API keys. */
  readonly userId: string
  readonly userName: string
  readonly userEmail: string | null
}

/** One entry of the audit log: who did what, from where. Device and country are found out when it is read. */
export interface Log extends Document, LogActor {
  readonly event: string
  /** Number of the user who acted: a later user with the same ID has another one. `null` for API keys. */
  readonly userSequence: number | null
  /** What the action was about, such as `team/ID`; `null` if nobody can ask for its log. */
  readonly resource: string | null
  readonly ip: string
  readonly userAgent: string
}
