import { isPath } from "../request-path.ts"
import type { ResolvedCall } from "./resolve-call.ts"

/**
 * Whether a call leaves the two servers in states that are known to differ, so that it has to be the last one of its
 * walk. Both are accepted: the emulator does at once, and wholly, what Appwrite 1.9 does later or not quite.
 */
export function isLastComparable({ sent, taken }: ResolvedCall): boolean {
  return clearsPassword(sent) || deletesForeignSession(sent, taken)
}

/** Appwrite 1.9 goes on after its answer and puts the hash of the empty text in the place of a cleared password. */
function clearsPassword({ method, path, content }: ResolvedCall["sent"]): boolean {
  if (method !== "PATCH" || !isPath(path, "/users/*/password")) return false
  const json = content !== undefined && "json" in content ? content.json : null
  return typeof json === "object" && json !== null && "password" in json && json.password === ""
}

/** Appwrite 1.9 forgets its cached sessions of the user in the path only, and not those of the session's own user. */
function deletesForeignSession(
  { method, path }: ResolvedCall["sent"],
  taken: ResolvedCall["taken"],
): boolean {
  if (method !== "DELETE" || !isPath(path, "/users/*/sessions/*")) return false
  const named = path.split("/")[2]?.toLowerCase()
  return taken.some(({ name, userId }) => name === "sessionId" && userId?.toLowerCase() !== named)
}
