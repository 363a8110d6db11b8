/** What a caller may be allowed to do. */
export type Scope =
  | "global"
  | "public"
  | "graphql"
  | "health.read"
  | "account"
  | "sessions.read"
  | "sessions.write"
  | "users.read"
  | "users.write"
  | "teams.read"
  | "teams.write"
  | "targets.read"
  | "targets.write"
  | "providers.read"
  | "providers.write"
  | "keys.read"
  | "keys.write"
  | "mocks.read"
  | "mocks.write"
  | "policies.read"
  | "policies.write"
  | "project.policies.read"
  | "project.policies.write"
  | "project.write"

/** Appwrite 1.9: what everybody may do. */
export const guestScopes: ReadonlySet<string> = new Set<Scope>([
  "global",
  "public",
  "graphql",
  "sessions.write",
])

/** Appwrite 1.9: what a user may do with a session or a JWT. */
export const userScopes: ReadonlySet<string> = new Set<Scope>([
  ...(["global", "public", "graphql", "sessions.write"] as const),
  "account",
  "teams.read",
  "teams.write",
  "targets.read",
  "targets.write",
])

/** Appwrite 1.9: what every API key may do besides what it was given. */
export const keyScopes: ReadonlySet<string> = new Set<Scope>(["global", "health.read", "graphql"])
