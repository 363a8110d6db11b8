import type { CollectionName } from "./database-state.ts"

/** Records that go with their user: where there is one of these, there is the user. */
export const OF_USER = [
  "targets",
  "sessions",
  "tokens",
  "identities",
  "authenticators",
  "challenges",
  "memberships",
] as const satisfies readonly CollectionName[]
