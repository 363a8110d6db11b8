import { endpoint } from "../../endpoint.ts"
import { type Metric, usageUsers } from "../../models/usage.ts"
import { optional } from "../../validators/parameter.ts"
import { exactWhiteList } from "../../validators/white-list.ts"

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How many points each range has, and how far they lie apart in milliseconds. */
const RANGES = {
  "24h": { points: 24, step: HOUR },
  "30d": { points: 30, step: DAY },
  "90d": { points: 90, step: DAY },
} as const

/** How many records were created in each period; the last one is the current one. */
function metrics(
  created: Iterable<{ readonly $createdAt: number }>,
  range: keyof typeof RANGES,
  now: number,
): Metric[] {
  const { points, step } = RANGES[range]
  const first = Math.floor(now / step) - points + 1
  const values = new Array<number>(points).fill(0)
  for (const { $createdAt } of created) {
    const point = Math.floor($createdAt / step) - first
    const before = values[point]
    if (before !== undefined) values[point] = before + 1
  }
  return values.map((value, point) => ({ value, date: (first + point) * step }))
}

/** Appwrite 1.9: GET /v1/users/usage. The real server counts some minutes later, the emulator at once. */
export const getUsage = endpoint({
  method: "GET",
  path: "/users/usage",
  scopes: ["users.read"],
  params: { range: optional(exactWhiteList(["24h", "30d", "90d"]), "30d" as const) },
  model: usageUsers,
  action: ({ world, project: { database }, params: { range } }) => {
    const now = world.clock.now()
    return {
      range,
      usersTotal: database.users.size,
      sessionsTotal: database.sessions.size,
      users: metrics(database.users.values(), range, now),
      sessions: metrics(database.sessions.values(), range, now),
    }
  },
})
