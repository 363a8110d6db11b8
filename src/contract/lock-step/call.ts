import type { Endpoint } from "../../endpoint.ts"
import type { JsonObject, JsonValue } from "../json-value.ts"
import type { Caller } from "../transcript.ts"

/** What calls of an endpoint are made from. */
export type Route = Pick<Endpoint, "method" | "path" | "scopes" | "params" | "modelName">

/**
 * One call of a walk, not yet bound to a server: its texts may hold places such as `{me}` (see `fillPlaces`), and its
 * parameters what earlier answers held (see `earlier`), so that it keeps its meaning when other calls are left out.
 */
export interface Call {
  readonly method: string
  /** Below `/v1`, placeholders as `:name`. */
  readonly path: string
  readonly as: Caller
  /** ID of the user whom the call is about, and whose session, codes and tokens it takes if there are any. */
  readonly person: string
  readonly headers: Readonly<Record<string, string>>
  /** By name, those of the path among them. */
  readonly params: Readonly<Record<string, JsonValue>>
}

/** A sequence of calls. */
export type Walk = readonly Call[]

/**
 * Stands for a value that an earlier answer held.
 * @param name of the parameter that it is for, such as `sessionId`, `secret` or `otp`.
 * @param nth of the answers that hold one, the newest first, from 0.
 * @param otherwise what is sent when there is none.
 */
export function earlier(name: string, nth: number, otherwise: JsonValue): JsonObject {
  return { $earlier: name, nth, otherwise }
}

/** Stands for the JSON text of a value, in which other stand-ins may be. */
export function jsonText(value: JsonValue): JsonObject {
  return { $json: value }
}

/** What most calls of a walk call themselves. */
export const userAgent = "lock-step/1"

/** The users of a walk, by their IDs: few, so that calls meet. */
export const people: readonly string[] = ["{run}a", "{run}b", "{run}c"]
