import type { ProjectAnswer, Switch } from "../../models/project.ts"
import type { Project } from "../../project/project.ts"
import { AUTH_METHOD_IDS, authMethodIds } from "./auth-method-ids.ts"

const on = ($id: string): Switch => ({ $id, enabled: true })

/** Appwrite 1.9: what a project has that nobody has touched yet. The emulator has no way to change it. */
const UNTOUCHED = {
  $createdAt: null,
  $updatedAt: null,
  teamId: "",
  region: "default",
  devKeys: [],
  smtpEnabled: false,
  smtpSenderName: "",
  smtpSenderEmail: "",
  smtpReplyToName: "",
  smtpReplyToEmail: "",
  smtpHost: "",
  smtpPort: 0,
  smtpUsername: "",
  smtpPassword: "",
  smtpSecure: "",
  pingCount: 0,
  pingedAt: null,
  labels: [],
  status: "active",
  services: [
    "account",
    "avatars",
    "databases",
    "tablesdb",
    "locale",
    "health",
    "project",
    "storage",
    "teams",
    "users",
    "vcs",
    "sites",
    "functions",
    "proxy",
    "graphql",
    "migrations",
    "messaging",
    "advisor",
  ].map(on),
  protocols: ["rest", "graphql", "websocket"].map(on),
  blocks: [],
  consoleAccessedAt: null,
} as const satisfies Omit<ProjectAnswer, "$id" | "name" | "authMethods">

/** A project as answers show it. */
export function projectAnswer({ id, name, settings }: Project): ProjectAnswer {
  return {
    ...UNTOUCHED,
    $id: id,
    name,
    authMethods: AUTH_METHOD_IDS.map((method) => ({
      $id: method,
      enabled: settings.authMethods[authMethodIds[method]],
    })),
  }
}
