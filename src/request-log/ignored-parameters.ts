import { parseQueryString } from "../php/query-string.ts"
import { type PhpArray, phpKeys } from "../php/value.ts"
import { rawQuery } from "../server/path.ts"
import type { Parameters } from "../validators/parameter.ts"
import type { IgnoredParameter } from "./log-entry.ts"

/** Appwrite 1.9: what any request may say besides the parameters of its route. */
const READ_ALWAYS: ReadonlySet<string> = new Set(
  ["project", "impersonateUserId", "impersonateEmail", "impersonatePhone"].flatMap((name) => [
    name,
    name.toLowerCase(),
  ]),
)

/** More names than these say nothing more. */
const MOST_NAMES = 10

const NONE: readonly IgnoredParameter[] = []

/**
 * The parameters that were sent and that nothing read. Appwrite 1.9 reads the query of a GET and the body of everything
 * else, and passes over in silence what a route does not declare.
 */
export function ignoredParameters(
  { method, url }: Pick<Request, "method" | "url">,
  sent: PhpArray,
  declared: Parameters,
): readonly IgnoredParameter[] {
  const readsQuery = method === "GET" || method === "HEAD"
  const place = readsQuery ? "query" : "body"
  let ignored = NONE
  for (const name of phpKeys(sent)) {
    if (Object.hasOwn(declared, name) || READ_ALWAYS.has(name)) continue
    if (ignored.length === MOST_NAMES) return ignored
    ignored = [...ignored, { name, in: place }]
  }
  if (readsQuery || !url.includes("?")) return ignored
  const inQuery = phpKeys(parseQueryString(rawQuery(url))).map((name) => ({ name, in: "query" as const }))
  return [...ignored, ...inQuery].slice(0, MOST_NAMES)
}
