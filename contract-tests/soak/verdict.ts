import type { SoakReport } from "./soak.ts"

/** Which of the tenths is the first that counts, from 0: until then code is compiled and caches fill. */
const FIRST_STEADY = 2
const MOST_GROWTH = 0.1
/** Most that what is bounded may hold. */
const BOUNDS: Readonly<Record<string, number>> = {
  projects: 1,
  "audit log": 20_000,
  outbox: 10_000,
  "request log": 2000,
  deliveries: 1000,
}

/** How much more memory is in use after the last tenth than after the third, as a part of it. */
export function growthOf({ memory }: Pick<SoakReport, "memory">): number {
  const [steady, last] = [memory[FIRST_STEADY], memory.at(-1)]
  if (steady === undefined || last === undefined) throw new Error("Too little was measured")
  return last.used / steady.used - 1
}

/** What is wrong with what a run saw, in words; empty if nothing is. */
export function wrongIn(report: SoakReport): string[] {
  const { handles, left, bounded, broken, deleted } = report
  const growth = growthOf(report)
  return [
    ...(deleted > 0 ? [] : ["nobody was deleted"]),
    ...(growth > MOST_GROWTH ? [`memory grew by ${(growth * 100).toFixed(1)} %`] : []),
    ...(handles.after.length > handles.before.length
      ? [`handles are left: ${handles.after.join(", ")}; there were ${handles.before.join(", ")}`]
      : []),
    ...(handles.closed.length >= handles.before.length
      ? [`the port is closed, and there are still ${handles.closed.join(", ")}`]
      : []),
    ...Object.entries(left).map(([name, size]) => `${size} ${name} are left of users who are gone`),
    ...Object.entries(bounded).flatMap(([name, size]) =>
      size > (BOUNDS[name] ?? 0) ? [`there are ${size} in the ${name}`] : [],
    ),
    ...broken,
  ]
}
