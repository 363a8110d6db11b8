import type { ReadmeSection } from "../../src/test-support/readme-section.ts"
import type { ClientReport, Outcome } from "./outcome.ts"

/** Where README.md shows the matrix. */
export const clientsSection: ReadmeSection = { name: "clients", command: "npm run clients -- --readme" }

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
    ...refusedNotes(reports),
  ].join("\n")
}

/** Which methods a real server of a version refuses, why, and whose they are: a line for those that share all that. */
function refusedNotes(reports: readonly ClientReport[]): readonly string[] {
  const clientsOf = new Map<string, string[]>()
  for (const { client, profile, outcomes } of reports) {
    for (const outcome of outcomes) {
      if (outcome.result !== "refused") continue
      const call = `${profile}: the server ${outcome.route.reason}\t\`${outcome.method}\``
      clientsOf.set(call, [...(clientsOf.get(call) ?? []), client])
    }
  }
  const methodsOf = new Map<string, string[]>()
  for (const [call, clients] of clientsOf) {
    const [server = "", method = ""] = call.split("\t")
    const line = `${server}\t${inRanges(clients).join(", ")}`
    methodsOf.set(line, [...(methodsOf.get(line) ?? []), method])
  }
  return [...methodsOf].map(([line, methods]) => {
    const [server, clients] = line.split("\t")
    return `- ${server} ${methods.join(", ")} (${clients}).`
  })
}

/** Clients of one name with major versions that follow each other as one: `appwrite 16 to 20`. */
function inRanges(clients: readonly string[]): string[] {
  const ranges: { name: string; first: number; last: number }[] = []
  for (const client of clients) {
    const [, name = client, major = ""] = /^(.*)-(\d+)$/.exec(client) ?? []
    const range = ranges.at(-1)
    if (range?.name === name && range.last === Number(major) - 1) range.last += 1
    else ranges.push({ name, first: Number(major), last: Number(major) })
  }
  return ranges.map(({ name, first, last }) => `${name} ${first === last ? first : `${first} to ${last}`}`)
}
