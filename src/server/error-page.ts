import { html } from "hono/html"
import type { AppwriteError } from "../errors.ts"
import { meantPath } from "./meant-path.ts"

const MOST_ROUTES = 12

/** How many characters two texts have in common at their start. */
function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

const LONGEST_SEGMENT = 1000

/** How far a path goes along with a route: by segments, of which a placeholder takes any, then by characters. */
function likeness(route: string, path: string): number {
  const asked = path.split("/")
  let score = 0
  for (const [index, segment] of route.slice(route.indexOf("/")).split("/").entries()) {
    const other = asked[index] ?? ""
    if (segment !== other && !(segment.startsWith(":") && other !== "")) {
      return score + Math.min(sharedLength(segment, other), LONGEST_SEGMENT - 1)
    }
    score += LONGEST_SEGMENT
  }
  return score
}

/**
 * The page that answers where there is no route: what is wrong with the request, and the routes most like it.
 * @param hint what is likely to be wrong.
 */
export function errorPage(
  error: AppwriteError,
  method: string,
  path: string,
  routes: readonly string[],
  hint = "",
): string {
  const meant = meantPath(path) ?? path
  const similar = [...routes].sort((a, b) => likeness(b, meant) - likeness(a, meant)).slice(0, MOST_ROUTES)
  return String(html`<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><title>${error.status} ${error.type}</title></head>
<body>
<h1>${error.status} ${error.type}</h1>
<p>${error.message}</p>
<p>${hint}</p>
<p>There is no <code>${method} ${path}</code>. Routes like it:</p>
<ul>
${similar.map((route) => html`<li><code>${route}</code></li>\n`)}</ul>
</body>
</html>
`)
}
