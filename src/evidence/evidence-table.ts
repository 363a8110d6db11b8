/** What was recorded of one route. */
export interface RouteEvidence {
  /** Recorded steps. */
  readonly steps: number
  /** Of these, steps of random walks. */
  readonly walked: number
  /** Day of the last recording, `2026-11-23`. */
  readonly recorded: string
  /** Each answer that was recorded: its status, for errors with their type, such as `404 user_not_found`. */
  readonly answers: readonly string[]
  /** Those of them that were recorded only where the ledger of accepted differences has an entry. */
  readonly accepted: readonly string[]
}

/** What a set of recordings holds, by route: `PATCH /users/:userId/email`. */
export interface EvidenceTable {
  /** Version of Appwrite that was recorded. */
  readonly version: string
  readonly routes: Readonly<Record<string, RouteEvidence>>
}

/** What was recorded of each version of Appwrite, the oldest first. */
export type RecordedVersions = readonly EvidenceTable[]

/** Under which name requests are counted that are for no route. */
export const NO_ROUTE = "no route"

/** What an answer is called in the table. */
export function answerName(status: number, body: unknown): string {
  const isError = typeof body === "object" && body !== null && "type" in body && status >= 400
  return isError ? `${status} ${body.type}` : String(status)
}
