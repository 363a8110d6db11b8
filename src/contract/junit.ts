import type { SettledStep } from "./ledger.ts"
import { describeDifferences } from "./report.ts"

/** A suite of a JUnit report: one case for each transcript. */
export interface JunitCase {
  readonly name: string
  /** Why it failed; undefined when it did not. */
  readonly failure: string | undefined
}

const TOLD_STEPS = 5

/** One case for each transcript, in the order of their steps. */
export function junitCases(steps: readonly SettledStep[]): readonly JunitCase[] {
  const names = [...new Set(steps.map(({ transcript }) => transcript))]
  return names.map((name) => {
    const told = describeDifferences(
      steps.filter(({ transcript }) => transcript === name),
      TOLD_STEPS,
    )
    return { name, failure: told === "" ? undefined : told }
  })
}

/** A JUnit report, as CI systems read it. */
export function junitReport(suite: string, cases: readonly JunitCase[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length
  const lines = cases.map(({ name, failure }) => {
    const head = `    <testcase classname="${escaped(suite)}" name="${escaped(name)}"`
    if (failure === undefined) return `${head}/>`
    const [title = ""] = failure.split("\n")
    return `${head}><failure message="${escaped(title)}">${escaped(failure)}</failure></testcase>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${escaped(suite)}" tests="${cases.length}" failures="${failures}">
${lines.join("\n")}
  </testsuite>
</testsuites>
`
}

const entities: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" }

function escaped(text: string): string {
  // XML 1.0 has no place for control characters, not even as entities.
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[<>&"]/g, (character) => entities[character] ?? "")
}
