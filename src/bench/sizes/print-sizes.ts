import type { SizeResult } from "./one-size.ts"
import { sizeCalls } from "./size-calls.ts"

/** What is aimed at, whatever the size. */
const MOST_BYTES_PER_USER = 1000
const MOST_STATE_MS = 1
/** With fewer users, what the engine compiles meanwhile counts for more than they do. */
const FEWEST_WEIGHED = 10_000

/** Prints what a growing number of users costs, and what of that is more than is aimed at. */
export function printSizes(results: readonly SizeResult[]): void {
  const [least] = results
  if (least === undefined) return
  const columns = (write: (result: SizeResult) => string) =>
    Object.fromEntries(results.map((result) => [`${result.users} users`, write(result)]))
  const mark = (text: string, isMet: boolean) => (isMet ? text : `${text} (missed)`)
  const milliseconds = (value: number) => value.toFixed(3)
  console.log("What calls cost while the users grow more, in process: p50 in ms")
  console.table(
    sizeCalls.map(({ name, goal }) => {
      const p50 = ({ calls }: SizeResult) => calls.find((call) => call.name === name)?.p50 ?? 0
      const most = "times" in goal ? goal.times * p50(least) : goal.milliseconds
      return {
        call: name,
        goal: "times" in goal ? `${goal.times} times` : `${goal.milliseconds} ms`,
        ...columns((result) => mark(milliseconds(p50(result)), p50(result) <= most)),
      }
    }),
  )
  console.log("What users cost")
  console.table([
    { what: "seeding, ms", ...columns(({ seedMs }) => seedMs.toFixed(0)) },
    {
      what: "memory of a user, bytes",
      ...columns(({ users, bytesPerUser }) =>
        users < FEWEST_WEIGHED ? "" : mark(bytesPerUser.toFixed(0), bytesPerUser <= MOST_BYTES_PER_USER),
      ),
    },
    { what: "first search, ms", ...columns(({ firstSearchMs }) => firstSearchMs.toFixed(0)) },
    {
      what: "more of a user by that, bytes",
      ...columns((one) => (one.users < FEWEST_WEIGHED ? "" : one.searchBytesPerUser.toFixed(0))),
    },
    {
      what: "snapshot, ms",
      ...columns((one) => mark(milliseconds(one.snapshotMs), one.snapshotMs <= MOST_STATE_MS)),
    },
    { what: "reset, ms", ...columns((one) => mark(milliseconds(one.resetMs), one.resetMs <= MOST_STATE_MS)) },
  ])
}
