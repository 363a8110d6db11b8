import type { JsonObject, JsonValue } from "../json-value.ts"
import type { Sent, Stage } from "../scenario.ts"
import { textAt } from "../text-at.ts"
import type { Answer } from "../transcript.ts"

/** A password that no policy of a new project refuses. */
export const PASSWORD = "correct-horse-9"

/** A method, a path and a body that the server refuses. */
export type Refused = readonly [method: string, path: string, body?: JsonValue]

/** Sends what is to be refused, one after the other. */
export async function refusals(
  { step }: Stage,
  all: readonly Refused[],
  as: Sent["as"] = "key",
): Promise<void> {
  for (const [method, path, body] of all) {
    await step(method, path, body === undefined ? { as } : { as, body })
  }
}

/** Creates a user with email and password. */
export async function createUser({ step, id, email }: Stage, name: string, more: JsonObject = {}) {
  return step("POST", "/users", {
    body: { userId: id(name), email: email(name), password: PASSWORD, name, ...more },
  })
}

/** Deletes a user, as the end of a scenario. */
export async function deleteUser({ step, id }: Stage, name: string): Promise<void> {
  await step("DELETE", `/users/${id(name)}`)
}

/**
 * Logs a user in with email and password. API keys are told the session's secret.
 * @returns what the user's steps are sent as.
 */
export async function logIn({ step, email }: Stage, name: string, password = PASSWORD) {
  const answer = await step("POST", "/account/sessions/email", { body: { email: email(name), password } })
  return { session: textAt(answer, "secret") }
}

/** The text of a query as Appwrite 1.9 wants it. */
export function query(method: string, attribute?: string, values?: JsonValue): string {
  return JSON.stringify({ method, attribute, values })
}

/** Whether a list answer names at least so many records. */
export function hasTotal(atLeast: number): (answer: Answer) => boolean {
  return ({ body }) => {
    const total = body !== null && typeof body === "object" && "total" in body ? body.total : undefined
    return typeof total === "number" && total >= atLeast
  }
}
