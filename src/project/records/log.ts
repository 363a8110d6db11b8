import type { Device } from "../../devices/device.ts"
import type { Document } from "../../store/document.ts"

/** One entry of the audit log: who did what, from where. */
export interface Log extends Document, Device {
  readonly event: string
  /** The user who acted. Names and addresses are read from the user when the log is shown. */
  readonly userId: string
  readonly mode: "default" | "admin"
  readonly ip: string
  readonly time: number
  readonly countryCode: string
}
