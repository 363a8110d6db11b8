import type { Way } from "./declared/declared-methods.ts"
import type { Shape } from "./declared/shape.ts"
import type { Arguments } from "./plans/plan.ts"

/** What a method is called with, and the same by the names of the parameters. */
export interface Call {
  readonly list: readonly unknown[]
  readonly named: Arguments
}

/**
 * The arguments of one way to call a method.
 *
 * @param isGiven whether an optional parameter is given, if there is a value for it.
 * @param query what a client writes for a list of queries.
 * @throws Error if there is no value for a parameter that is required.
 */
export function callOf(
  { takes, parameters }: Way,
  values: Arguments,
  isGiven: (name: string) => boolean,
  query: string,
): Call {
  const named: Record<string, unknown> = {}
  for (const [name, { shape, optional }] of Object.entries(parameters)) {
    if (optional && !isGiven(name)) continue
    const value = name === "queries" ? queriesFor(shape, query) : values[name]
    if (value !== undefined) named[name] = value
    else if (!optional) throw new Error(`nobody knows a value for the parameter ${name}`)
  }
  if (takes === "a list") return { list: Object.keys(parameters).map((name) => named[name]), named }
  return { list: Object.keys(named).length > 0 ? [named] : [], named }
}

/** The oldest clients say of some lists of queries that they are a text. */
const queriesFor = (shape: Shape, query: string): unknown => (shape.kind === "text" ? query : [query])
