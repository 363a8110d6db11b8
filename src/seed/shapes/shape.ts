import type { JsonSchema } from "./json-schema.ts"
import type { Reading } from "./reading.ts"

/**
 * What a place in a seed may hold: the one description that its checks, its JSON Schema and its type come from.
 * @typeParam In what is written there.
 * @typeParam Out what is made of it.
 */
export interface Shape<In, Out> {
  /**
   * Reads a value. What is wrong with it is noted in the reading.
   * @returns `undefined` if it was refused.
   */
  read(value: unknown, reading: Reading): Out | undefined
  /** What it takes, for editors. */
  schema(): JsonSchema
  /** There is no such member: it only carries the type. */
  readonly written?: In
}

/** What is written where a shape is expected. */
export type Written<S> = S extends Shape<infer In, unknown> ? In : never

/** What is made of it. */
export type Read<S> = S extends Shape<unknown, infer Out> ? Out : never
