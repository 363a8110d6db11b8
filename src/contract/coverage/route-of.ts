import { isPath } from "../request-path.ts"

/** What is needed of an endpoint to tell whether a request is for it. */
export interface RoutePattern {
  readonly method: string
  /** Below `/v1`, placeholders as `:name`. */
  readonly path: string
  readonly aliases?: readonly string[]
}

/** Finds the route that a request is for: what is fixed is found before what is a placeholder, as the server does. */
export function routeFinder<R extends RoutePattern>(
  routes: readonly R[],
): (method: string, path: string) => R | undefined {
  const patterns = routes
    .flatMap((route) => [route.path, ...(route.aliases ?? [])].map((path) => ({ route, path })))
    .map(({ route, path }) => ({ route, pattern: path.replace(/:[^/]+/g, "*") }))
    // `*` comes before every letter and digit.
    .sort((a, b) => (a.pattern < b.pattern ? 1 : -1))
  return (method, path) => {
    const whole = path
      .replace(/\?.*$/s, "")
      .replace(/\/{2,}/g, "/")
      .replace(/(?<=.)\/$/, "")
    return patterns.find(({ route, pattern }) => route.method === method && isPath(whole, pattern))?.route
  }
}

/** How a route is called: `PATCH /users/:userId/email`. */
export function routeName({ method, path }: RoutePattern): string {
  return `${method} ${path}`
}
