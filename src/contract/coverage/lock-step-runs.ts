import { isJsonList, isJsonObject, type JsonValue, parseJson } from "../json-value.ts"

/** A lock-step run in which no answer differed. */
export interface LockStepRun {
  /** When it was, such as `2026-11-23T08:00:00.000Z`. */
  readonly date: string
  /** Version of the server, such as `1.9.6`. */
  readonly server: string
  /** How many calls each route got: `PATCH /users/:userId/email`. */
  readonly routes: Readonly<Record<string, number>>
}

/**
 * Reads the JSON text of a list of lock-step runs.
 * @param source what to call the text in errors, for instance its file.
 * @throws Error that names the source and the run that is wrong.
 */
export function parseLockStepRuns(text: string, source: string): readonly LockStepRun[] {
  const value = parseJson(text)
  if (!isJsonList(value)) throw new Error(`${source}: lock-step runs are a JSON list`)
  return value.map((run, index) => toRun(run, `${source}: run ${index}`))
}

function toRun(value: JsonValue, where: string): LockStepRun {
  if (!isJsonObject(value)) throw new Error(`${where}: must be an object`)
  const { date, server, routes } = value
  if (typeof date !== "string" || Number.isNaN(Date.parse(date)))
    throw new Error(`${where}: "date" must be a date`)
  if (typeof server !== "string") throw new Error(`${where}: "server" must be a text`)
  if (!isJsonObject(routes)) throw new Error(`${where}: "routes" must be an object`)
  const counts = Object.entries(routes).map(([route, steps]) => {
    if (typeof steps !== "number") throw new Error(`${where}: the steps of ${route} must be a number`)
    return [route, steps] as const
  })
  return { date, server, routes: Object.fromEntries(counts) }
}
