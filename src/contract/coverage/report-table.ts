import type { RouteReport } from "./route-report.ts"

/** A table for people, one line a route, in fixed columns. */
export function reportTable(routes: readonly RouteReport[]): string {
  const head = ["route", "sdk", "recorded", "last", "same", "accepted", "different", "walked", "lock-stepped"]
  const rows = routes.map(({ route, sdk, recorded, replayed, walked, lockStepped }) => [
    route,
    sdk.length === 0 ? "-" : "yes",
    String(recorded.steps),
    recorded.last ?? "-",
    String(replayed.same),
    String(replayed.accepted),
    String(replayed.different),
    String(walked),
    lockStepped === null ? "-" : `${lockStepped.steps} (${lockStepped.server}, ${lockStepped.date})`,
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
}

/** The same for README.md. */
export function reportMarkdown(routes: readonly RouteReport[]): string {
  const rows = routes.map(({ route, sdk, recorded, replayed, walked }) => {
    const same =
      replayed.accepted === 0 ? `${replayed.same}` : `${replayed.same} (+ ${replayed.accepted} accepted)`
    return `| \`${route}\` | ${recorded.steps} | ${same} | ${walked} | ${sdk.length === 0 ? "" : `\`${sdk[0]}\``} |`
  })
  return [
    "| route | recorded steps | the same | of random walks | SDK call |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n")
}
