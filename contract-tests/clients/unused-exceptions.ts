import type { ClientReport } from "./outcome.ts"
import { refusedRoutes } from "./refused-routes.ts"
import { GAPS } from "./type-gaps.ts"

/**
 * The exceptions that no client needed, in words: a route that a real server is said to refuse and nobody asked for, or a
 * promise of types that every answer kept.
 * @param reports of all clients on all versions.
 */
export function unusedExceptions(reports: readonly ClientReport[]): string[] {
  const versions = [...new Set(reports.map(({ profile }) => profile))]
  return versions.flatMap((version) => {
    const onVersion = reports.filter(({ profile }) => profile === version)
    const refused = new Set(
      onVersion.flatMap(({ outcomes }) =>
        outcomes.flatMap((outcome) => (outcome.result === "refused" ? [outcome.route] : [])),
      ),
    )
    const gaps = new Set(onVersion.flatMap((report) => report.gaps))
    const routes = refusedRoutes(version).filter((route) => !refused.has(route))
    const promises = GAPS.filter(({ versions: of, reason }) => of.includes(version) && !gaps.has(reason))
    return [
      ...routes.map(({ method, path }) => `${version}: ${method} ${path} is refused`),
      ...promises.map(({ reason }) => `${version}: ${reason}`),
    ]
  })
}
