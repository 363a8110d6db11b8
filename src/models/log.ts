import type { Device } from "../devices/device.ts"
import { deviceMembers } from "./device.ts"
import { date, text } from "./members.ts"
import { listModel, model } from "./model.ts"

/** An entry of the audit log as an answer shows it. */
export interface LogAnswer extends Device {
  readonly event: string
  readonly userId: string
  readonly userEmail: string | null
  readonly userName: string
  readonly userType: string
  readonly mode: string
  readonly ip: string
  readonly time: number
  readonly countryCode: string
  readonly countryName: string
}

/** Appwrite 1.9: Log. */
const log = model<LogAnswer>("log", {
  event: text,
  userId: text,
  userEmail: text,
  userName: text,
  mode: text,
  userType: text,
  ip: text,
  time: date,
  ...deviceMembers,
})

/** Appwrite 1.9: LogList. */
export const logList = listModel("logs", log)
