import { counted } from "../counted.ts"
import type { Seed } from "../seed/seed-shape.ts"
import type { PushPlan, PushStep } from "./push.ts"

/** More rows than these nobody reads. */
const MOST_ROWS = 50

/** What a push would do, as a table, and what it can't carry over. */
export function describePlan(plan: PushPlan, seed: Seed): string {
  const rows = plan.steps.slice(0, MOST_ROWS).map(row)
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((cells) => (cells[column] ?? "").length)))
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  )
  const left = plan.steps.length - rows.length
  if (left > 0) lines.push(`… and ${left} more`)
  return [...lines, ...(lines.length > 0 ? [""] : []), ...summary(plan, seed)].join("\n")
}

function row(step: PushStep): readonly string[] {
  const { user, creation, further, lost } = step.plan
  const names = [user.$id ?? "(new ID)", user.email ?? user.phone ?? ""]
  if (step.kind === "skip") return [...names, `skipped: the project has this ${step.taken} already`]
  const then = further.length === 0 ? "" : `, then ${further.map(({ what }) => what).join(", ")}`
  return [
    ...names,
    `${creation.method} ${creation.path}${then}${lost.length === 0 ? "" : `; not ${lost.join(", ")}`}`,
  ]
}

function summary({ steps, teams }: PushPlan, seed: Seed): readonly string[] {
  const created = steps.filter(({ kind }) => kind === "create")
  const lost = new Map<string, number>()
  for (const { plan } of created) for (const what of plan.lost) lost.set(what, (lost.get(what) ?? 0) + 1)
  const parts = (["settings", "keys", "providers"] as const).filter((name) => seed[name] !== undefined)
  return [
    `${counted(created.length, "user")} to create, ${steps.length - created.length} to skip.`,
    ...(teams.length === 0
      ? []
      : [`${counted(teams.length, "team")}, of which those that are there stay as they are.`]),
    ...(lost.size === 0
      ? []
      : [
          `Can't be carried over: ${[...lost].map(([what, count]) => `${what} (${counted(count, "user")})`).join(", ")}.`,
        ]),
    ...(parts.length === 0 ? [] : [`Of the seed, these are left alone: ${parts.join(", ")}.`]),
  ]
}
