import { decodeBase64Json } from "./base64-json.ts"
import { dateTexts } from "./date-text.ts"
import { mapStrings } from "./json-value.ts"
import type { Twins } from "./twins.ts"

// Percent escapes come first, so that `%3A` before an ID does not become part of it. IDs, secrets, whole
// JWT parts and base64 are runs of the second form.
const wideRuns = /%[0-9A-Fa-f]{2}|[A-Za-z0-9+/_-]{10,}={0,2}/g
// IDs inside of names such as `a_session_<project>_legacy` or paths such as `teams/<id>`.
const narrowRuns = /[A-Za-z0-9]{10,}/g

// Appwrite 1.9 calls the cookies of sessions `a_session_<project>` and `a_session_<project>_legacy`, in lower case. The
// ID of a project may be short, and have hyphens.
const sessionCookie = /(?<![A-Za-z0-9_-])a_session_([a-z0-9._-]+)(?=["=]|$)/g

/**
 * Puts the values of this run in the place of the recorded ones that an answer has held before: the text as
 * a whole, or long values inside of it (in URLs, query texts, cookies, JWTs, error messages, and in base64
 * text that holds JSON). Short values (one-time codes) count as whole texts only.
 */
export function translateText(text: string, twins: Twins): string {
  const whole = twins.of(text)
  if (whole !== undefined) return whole
  const named = text.includes("a_session_") ? withCookieNames(text, twins) : text
  return named
    .replace(wideRuns, (run) => (run.startsWith("%") ? run : translateRun(run, twins)))
    .replace(dateTexts, (date) => twins.of(date) ?? date)
}

function withCookieNames(text: string, twins: Twins): string {
  return text.replace(sessionCookie, (name, rest: string) => {
    const project = twins.of(rest) === undefined ? rest.replace(/_legacy$/, "") : rest
    const twin = twins.of(project)
    return twin === undefined ? name : `a_session_${twin}${rest.slice(project.length)}`
  })
}

function translateRun(run: string, twins: Twins): string {
  const whole = twins.of(run)
  if (whole !== undefined) return whole
  const content = decodeBase64Json(run)
  if (content === undefined) return run.replace(narrowRuns, (part) => twins.of(part) ?? part)
  const before = JSON.stringify(content)
  const after = JSON.stringify(mapStrings(content, (text) => translateText(text, twins)))
  return before === after ? run : Buffer.from(after).toString("base64")
}
