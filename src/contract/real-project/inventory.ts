import { isJsonList, isJsonObject, type JsonObject } from "../json-value.ts"
import type { Answer } from "../transcript.ts"
import type { Ask } from "./ask.ts"

/** What stands in a project before a run. */
export interface Inventory {
  readonly users: number
  readonly teams: number
  /** `$createdAt` of the newest user by the server's clock; the empty text where there is none. */
  readonly newestUser: string
  /** The policies as the project answers them; none if the key may not read them. */
  readonly policies: readonly JsonObject[]
}

/** Brings those of a list that were made last. */
export const NEWEST_FIRST = { method: "orderDesc", attribute: "$createdAt" }

/**
 * Looks at what is in a project.
 * @throws Error that says what the server answered, if it does not let the key list users.
 */
export async function takeInventory(ask: Ask): Promise<Inventory> {
  const users = await ask("GET", `/users?${search([NEWEST_FIRST, { method: "limit", values: [1] }])}`)
  if (users.status !== 200) throw new Error(`The project does not list its users: ${messageOf(users)}`)
  const teams = await ask("GET", "/teams")
  const policies = await ask("GET", "/project/policies")
  const newest = listIn(users, "users")[0]?.$createdAt
  return {
    users: totalOf(users),
    teams: totalOf(teams),
    newestUser: typeof newest === "string" ? newest : "",
    policies: listIn(policies, "policies"),
  }
}

/** Queries of Appwrite 1.9 as the search of a URL, without its question mark. */
export function search(queries: readonly JsonObject[]): string {
  return queries
    .map((query, index) => `queries[${index}]=${encodeURIComponent(JSON.stringify(query))}`)
    .join("&")
}

/** The records of a list answer; none if it is no list. */
export function listIn({ body }: Answer, member: string): readonly JsonObject[] {
  const list = isJsonObject(body) ? body[member] : undefined
  return isJsonList(list) ? list.filter(isJsonObject) : []
}

/** What an error says, with its status. */
export function messageOf({ status, body }: Answer): string {
  const message = isJsonObject(body) ? body.message : undefined
  return `${status} ${typeof message === "string" ? message : JSON.stringify(body)}`
}

function totalOf({ body }: Answer): number {
  const total = isJsonObject(body) ? body.total : undefined
  return typeof total === "number" ? total : 0
}
