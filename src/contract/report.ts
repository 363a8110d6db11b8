import type { JsonValue } from "./json-value.ts"
import type { SettledStep } from "./ledger.ts"

/** How many steps of an area gave the recorded answer. */
export interface AreaCounts {
  readonly area: string
  readonly transcripts: number
  readonly steps: number
  readonly same: number
  /** Steps whose every difference is on the ledger. */
  readonly accepted: number
  readonly different: number
}

/** Counts settled steps by area, in the order of their names. */
export function countByArea(steps: readonly SettledStep[]): readonly AreaCounts[] {
  const areas = [...new Set(steps.map(({ area }) => area))].sort()
  return areas.map((area) =>
    count(
      area,
      steps.filter((step) => step.area === area),
    ),
  )
}

/** Counts settled steps, under a name for all of them. */
export function count(area: string, steps: readonly SettledStep[]): AreaCounts {
  const different = steps.filter(({ differences }) => differences.length > 0).length
  const accepted = steps.filter(
    ({ differences, accepted }) => differences.length === 0 && accepted.length > 0,
  )
  return {
    area,
    transcripts: new Set(steps.map(({ transcript }) => transcript)).size,
    steps: steps.length,
    same: steps.length - different - accepted.length,
    accepted: accepted.length,
    different,
  }
}

/**
 * The first steps that differ, as text to read: method, path and number of each, and where the recorded and
 * the given answer part.
 *
 * @param limit how many steps to tell of.
 */
export function describeDifferences(steps: readonly SettledStep[], limit: number): string {
  const different = steps.filter(({ differences }) => differences.length > 0)
  const told = different.slice(0, limit).map(describeStep)
  const rest = different.length - told.length
  return [...told, ...(rest > 0 ? [`and ${rest} more steps`] : [])].join("\n")
}

const differencesPerStep = 5

function describeStep({ transcript, index, method, path, differences }: SettledStep): string {
  const lines = differences
    .slice(0, differencesPerStep)
    .map((difference) =>
      [
        `  ${difference.path}: ${difference.reason}`,
        `    recorded ${brief(difference.recorded)}`,
        `    given    ${brief(difference.given)}`,
      ].join("\n"),
    )
  const rest = differences.length - lines.length
  return [
    `${transcript}, step ${index}: ${method} ${path}`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join("\n")
}

function brief(value: JsonValue | undefined): string {
  const text = value === undefined ? "(nothing)" : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
