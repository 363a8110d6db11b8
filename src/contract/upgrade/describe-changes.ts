import { counted } from "../../counted.ts"
import type { Reason } from "../../profiles/reason.ts"
import type { JsonValue } from "../json-value.ts"
import type { Change } from "./changes.ts"

const LONGEST_VALUE = 60

/** Changes as text to read: by their reasons, in each by route; those that nobody knows a reason for come last. */
export function describeChanges(changes: readonly Change[]): string {
  const groups = new Map<Reason | undefined, Change[]>()
  for (const change of changes) groups.set(change.reason, [...(groups.get(change.reason) ?? []), change])
  const known = [...groups].filter(([reason]) => reason !== undefined).sort(byCalls)
  const unknown = groups.get(undefined)
  return [...known, ...(unknown === undefined ? [] : [[undefined, unknown] as const])]
    .map(([reason, group]) => describeGroup(reason, group))
    .join("\n\n")
}

type Group = readonly [Reason | undefined, readonly Change[]]

const callsOf = ([, changes]: Group): number => changes.reduce((sum, { calls }) => sum + calls, 0)

function byCalls(a: Group, b: Group): number {
  return callsOf(b) - callsOf(a)
}

function describeGroup(reason: Reason | undefined, changes: readonly Change[]): string {
  const title =
    reason === undefined
      ? "Other changes, which may follow from those above:"
      : `${reason.text} (since ${reason.since})`
  return [title, ...changes.map(describeChange)].join("\n")
}

function describeChange({ route, at, answers, before, after, calls, step }: Change): string {
  const what =
    at === "status" ? `${answers.before} -> ${answers.after}` : `${at}: ${brief(before)} -> ${brief(after)}`
  return `  ${route}  ${what}  [${counted(calls, "call")}, first step ${step}]`
}

function brief(value: JsonValue | undefined): string {
  const text = value === undefined ? "(nothing)" : JSON.stringify(value)
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
}
