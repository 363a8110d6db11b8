import { createHash } from "node:crypto"
import { decodeBase64Json } from "./base64-json.ts"
import { compareIdentifier, pairUp } from "./compare-identifier.ts"
import type { Comparison, Verdict } from "./comparison.ts"
import type { JsonObject } from "./json-value.ts"

/** The two members of what Appwrite 1.9 gives out for a session: base64 of `{"id":…,"secret":…}`. */
export interface SessionSecret {
  readonly id: string
  readonly secret: string
}

/** Reads a session's base64 text; undefined when a recorded string is something else. */
export function readSessionSecret(text: string): SessionSecret | undefined {
  const content = decodeBase64Json(text)
  return content === undefined ? undefined : toSessionSecret(content)
}

function toSessionSecret(content: JsonObject): SessionSecret | undefined {
  const { id, secret } = content
  const hasBoth = Object.keys(content).join() === "id,secret"
  return hasBoth && typeof id === "string" && typeof secret === "string" ? { id, secret } : undefined
}

/** Compares what a session is called by from outside: the members, the user's ID, the secret's form. */
export function compareSessionSecret(recorded: string, given: string, comparison: Comparison): Verdict {
  const before = readSessionSecret(recorded)
  const now = readSessionSecret(given)
  if (before === undefined) return recorded === given ? undefined : "differs"
  if (now === undefined) return "is not base64 of an object with the members id and secret"
  if (Buffer.from(JSON.stringify(now)).toString("base64") !== given) return "is not in the usual base64 form"
  if (now.secret.length !== before.secret.length) {
    return `holds a secret of ${now.secret.length} characters, not ${before.secret.length}`
  }
  if (!/^[0-9a-f]+$/.test(now.secret)) return "holds a secret that is not hexadecimal"
  return (
    prefixed("id inside: ", compareIdentifier(before.id, now.id, comparison)) ??
    prefixed("secret inside: ", pairUp(before.secret, now.secret, comparison)) ??
    // Appwrite 1.9 lists sessions to API keys with the SHA-256 of their secrets.
    pairUp(sha256(before.secret), sha256(now.secret), comparison) ??
    pairUp(withoutPadding(recorded), withoutPadding(given), comparison) ??
    pairUp(recorded, given, comparison)
  )
}

function prefixed(prefix: string, verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : prefix + verdict
}

// As the text stands in a cookie whose padding is percent-encoded.
function withoutPadding(base64: string): string {
  return base64.replace(/=+$/, "")
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}
