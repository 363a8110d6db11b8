import type { ClientReport, Outcome } from "./outcome.ts"

const count = ({ outcomes }: ClientReport, ...results: readonly Outcome["result"][]) =>
  outcomes.filter(({ result }) => results.includes(result)).length

/** What stands in one client's row for one version of the server. */
const cell = (report: ClientReport, notes: readonly string[]): string => {
  const marks = report.gaps.map((gap) => notes.indexOf(gap) + 1)
  const called = report.outcomes.length - count(report, "refused")
  return `${called} / ${count(report, "passed")}${marks.map((mark) => ` [${mark}]`).join("")}`
}

/**
 * The matrix in Markdown: a row for each client, a column for each version of the server, and below why something is
 * left out.
 */
export function clientsMarkdown(reports: readonly ClientReport[]): string {
  const versions = [...new Set(reports.map(({ profile }) => profile))]
  const names = [...new Set(reports.map(({ client }) => client))]
  const refused = [...new Set(reports.flatMap(refusedNotes))]
  const notes = [...new Set(reports.flatMap(({ gaps }) => gaps))]
  const rows = names.map((name) => {
    const ofClient = reports.filter(({ client }) => client === name)
    const cells = versions.map((version) => {
      const report = ofClient.find(({ profile }) => profile === version)
      return report === undefined ? "" : cell(report, notes)
    })
    return `| \`${name.replace(/-\d+$/, "")}\` ${ofClient[0]?.version} | ${cells.join(" | ")} |`
  })
  return [
    `| client | ${versions.map((version) => `${version}: called / passed`).join(" | ")} |`,
    `| --- |${versions.map(() => " --- |").join("")}`,
    ...rows,
    "",
    ...notes.map(
      (note, index) =>
        `- [${index + 1}] A real server does not keep this promise of the client's types either: ${note}.`,
    ),
    ...refused,
  ].join("\n")
}

/** Which methods a real server of this version refuses, and why. */
function refusedNotes({ client, profile, outcomes }: ClientReport): readonly string[] {
  const byReason = new Map<string, string[]>()
  for (const outcome of outcomes) {
    if (outcome.result !== "refused") continue
    byReason.set(outcome.reason, [...(byReason.get(outcome.reason) ?? []), `\`${outcome.method}\``])
  }
  return [...byReason].map(
    ([reason, methods]) => `- ${client} on ${profile}: the server ${reason} ${methods.join(", ")}.`,
  )
}
