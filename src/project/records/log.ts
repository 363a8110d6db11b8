import type { Document } from "../../store/document.ts"

/** One entry of the audit log: who did what, from where. Device and country are found out when it is read. */
export interface Log extends Document {
  readonly event: string
  /** The user who acted. Name and email are read from the user when the log is shown. */
  readonly userId: string
  readonly ip: string
  readonly userAgent: string
}
