import { isJsonObject } from "../json-value.ts"
import type { Target } from "../replay.ts"
import { keyCall } from "./key-call.ts"
import { wait } from "./wait.ts"

const pollEvery = 250

/** Lists of the audit log. */
export const logRoutes: readonly string[] = ["GET /users/*/logs", "GET /account/logs", "GET /teams/*/logs"]

/**
 * Whether what a user does comes into the log later than walks wait for it. Appwrite's worker may gather entries, and
 * write many of them at a time.
 *
 * @param userId of somebody who has done nothing yet.
 * @param session of the same.
 * @param longest wait in milliseconds.
 */
export async function areLogsLate(
  target: Target,
  userId: string,
  session: string,
  longest: number,
  signal: AbortSignal,
): Promise<boolean> {
  await keyCall(target, "PATCH", "/account/name", { name: "Lock step" }, session)
  for (let waited = 0; ; waited += pollEvery) {
    const { answer } = await keyCall(target, "GET", `/users/${userId}/logs`)
    if (isJsonObject(answer.body) && Number(answer.body.total) > 0) return false
    if (waited >= longest) return true
    await wait(pollEvery, signal)
  }
}
