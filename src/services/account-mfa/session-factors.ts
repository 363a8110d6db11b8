import type { Call } from "../../endpoint.ts"
import type { Factor, Session } from "../../project/records/session.ts"

type Scene = Pick<Call, "world" | "project">

/** The factors of a session with those that were proven now: none of them twice. */
export function withFactors({ factors }: Session, proven: readonly Factor[]): readonly Factor[] {
  return [...new Set([...factors, ...proven])]
}

/** Adds factors to a session. Appwrite 1.9: one that has them all keeps its `$updatedAt`. */
export function addFactors({ world, project }: Scene, { $id }: Session, proven: readonly Factor[]): void {
  const session = project.database.sessions.find("$id", $id)
  if (session === undefined) return
  const factors = withFactors(session, proven)
  if (factors.length === session.factors.length) return
  project.database.sessions.replace({ ...session, factors, $updatedAt: world.clock.now() })
}

/**
 * Notes in a session that a challenge was solved in it.
 * @returns when, in milliseconds since the epoch.
 */
export function noteSolution({ world, project }: Scene, { $id }: Session, proven: Factor): number {
  const session = project.database.sessions.find("$id", $id)
  const now = world.clock.now()
  if (session !== undefined) {
    const factors = withFactors(session, [proven])
    project.database.sessions.replace({ ...session, factors, mfaUpdatedAt: now, $updatedAt: now })
  }
  return now
}
