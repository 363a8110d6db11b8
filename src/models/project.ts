import { date, flag, integer, text, texts } from "./members.ts"
import { list, model } from "./model.ts"

/** Something of a project that can be switched off. */
export interface Switch {
  readonly $id: string
  readonly enabled: boolean
}

/** A project as an answer shows it. */
export interface ProjectAnswer {
  readonly $id: string
  readonly $createdAt: number | null
  readonly $updatedAt: number | null
  readonly name: string
  readonly teamId: string
  readonly region: string
  readonly devKeys: readonly string[]
  readonly smtpEnabled: boolean
  readonly smtpSenderName: string
  readonly smtpSenderEmail: string
  readonly smtpReplyToName: string
  readonly smtpReplyToEmail: string
  readonly smtpHost: string
  readonly smtpPort: number
  readonly smtpUsername: string
  readonly smtpPassword: string
  readonly smtpSecure: string
  readonly pingCount: number
  readonly pingedAt: number | null
  readonly labels: readonly string[]
  readonly status: string
  readonly authMethods: readonly Switch[]
  readonly services: readonly Switch[]
  readonly protocols: readonly Switch[]
  readonly blocks: readonly string[]
  readonly consoleAccessedAt: number | null
}

const switches = list(model<Switch>("switch", { $id: text, enabled: flag }))

/** Appwrite 1.9: Project. */
export const project = model<ProjectAnswer>("project", {
  $id: text,
  $createdAt: date,
  $updatedAt: date,
  name: text,
  teamId: text,
  region: text,
  devKeys: texts,
  smtpEnabled: flag,
  smtpSenderName: text,
  smtpSenderEmail: text,
  smtpReplyToName: text,
  smtpReplyToEmail: text,
  smtpHost: text,
  smtpPort: integer,
  smtpUsername: text,
  smtpPassword: text,
  smtpSecure: text,
  pingCount: integer,
  pingedAt: date,
  labels: texts,
  status: text,
  authMethods: switches,
  services: switches,
  protocols: switches,
  blocks: texts,
  consoleAccessedAt: date,
})
