import type { Endpoint } from "../../src/endpoint.ts"
import { AppwriteError } from "../../src/errors.ts"
import { encodedSize } from "../../src/php/encoded-size.ts"
import type { Service } from "../../src/services/services.ts"

type Run = Endpoint["run"]

/** Puts something else in the place of what an endpoint does. */
export function mutant(method: string, path: string, change: (run: Run) => Run) {
  return (services: readonly Service[]): readonly Service[] => {
    const changed = (endpoint: Endpoint): Endpoint =>
      endpoint.method === method && endpoint.path === path
        ? { ...endpoint, run: change((...call) => endpoint.run(...call)) }
        : endpoint
    return services.map((service) => ({ ...service, load: async () => (await service.load()).map(changed) }))
  }
}

/** Spoils the JSON text of an answer. */
function answering(change: (text: string) => string) {
  return (run: Run): Run =>
    async (...call) => {
      const outcome = await run(...call)
      return { ...outcome, body: outcome.body === null ? null : change(outcome.body) }
    }
}

const noOutcome = { body: null, session: undefined, location: undefined }

/** Each is wrong in one point of the Users API. */
export const usersMutants = {
  "a deleted user keeps the ID": mutant("DELETE", "/users/:userId", () => async () => noOutcome),
  "a token lives a minute too long": mutant(
    "POST",
    "/users/:userId/tokens",
    answering((text) =>
      text.replace(/"expire":"([^"]+)"/, (_, date: string) => {
        const later = new Date(Date.parse(date) + 60_000).toISOString().replace("Z", "+00:00")
        return `"expire":"${later}"`
      }),
    ),
  ),
  "a text for null": mutant(
    "GET",
    "/users/:userId",
    answering((text) => text.replace('"impersonatorUserId":null', '"impersonatorUserId":""')),
  ),
  "prefs have one byte less": mutant("PATCH", "/users/:userId/prefs", (run) => async (...call) => {
    const prefs = call[1].get("prefs")
    if (prefs !== undefined && encodedSize(prefs) === 65_535) {
      throw new AppwriteError(
        "general_argument_invalid",
        "Invalid `prefs` param: Value must be a valid object.",
      )
    }
    return run(...call)
  }),
  "a list counts one too many": mutant(
    "GET",
    "/users/:userId/sessions",
    answering((text) => text.replace(/"total":(\d+)/, (_, total: string) => `"total":${Number(total) + 1}`)),
  ),
  "a status of 200 for a new user": (services: readonly Service[]): readonly Service[] =>
    services.map((service) => ({
      ...service,
      load: async () =>
        (await service.load()).map((endpoint) =>
          endpoint.method === "POST" && endpoint.path === "/users" ? { ...endpoint, status: 200 } : endpoint,
        ),
    })),
} satisfies Readonly<Record<string, (services: readonly Service[]) => readonly Service[]>>

/** Each is wrong in one point of what users do themselves. */
export const accountMutants = {
  "a recovery code works twice": mutant("PUT", "/account/mfa/challenges", (run) => async (...call) => {
    const [{ caller, project }] = call
    const outcome = await run(...call)
    if (caller.role === "users") {
      const { users } = project.database
      const now = users.find("$id", caller.user.$id)
      if (now !== undefined) users.replace({ ...now, mfaRecoveryCodes: caller.user.mfaRecoveryCodes })
    }
    return outcome
  }),
  "a token can be used twice": mutant("POST", "/account/sessions/token", (run) => async (...call) => {
    const { tokens } = call[0].project.database
    const before = [...tokens.values()]
    const outcome = await run(...call)
    for (const token of before)
      if (tokens.find("$id", token.$id) === undefined) tokens.insert(($sequence) => ({ ...token, $sequence }))
    return outcome
  }),
} satisfies Readonly<Record<string, (services: readonly Service[]) => readonly Service[]>>
