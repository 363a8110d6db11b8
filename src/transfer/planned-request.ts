import type { JsonObject } from "../contract/json-value.ts"

/** A request that carries a part of a user over. */
export interface PlannedRequest {
  /** What it carries over, for people. */
  readonly what: string
  readonly method: "POST" | "PATCH" | "PUT"
  /** Below `/v1`; `:userId` stands for the ID that the server gave. */
  readonly path: string
  readonly body: JsonObject
}

/** What is sent of a value: JSON, in which members without a value are left out. */
export function jsonOf(value: object): JsonObject {
  const sent: JsonObject = JSON.parse(JSON.stringify(value))
  return sent
}
