import { isJsonObject, type JsonObject, type JsonValue, parseJson } from "../../src/contract/json-value.ts"
import type { Target } from "../../src/contract/replay.ts"
import { eventHub } from "../../src/events/event-hub.ts"
import { newFaults } from "../../src/faults/faults.ts"
import { appwrite19 } from "../../src/profiles/profiles.ts"
import { CONSOLE } from "../../src/project/project-id.ts"
import { emptyProjects } from "../../src/project/projects.ts"
import { newRateLimits } from "../../src/rate-limits/rate-limits.ts"
import { apiApp } from "../../src/server/app.ts"
import { type Service, services } from "../../src/services/services.ts"
import { uniqueIds } from "../../src/store/ids.ts"
import { systemRandomness } from "../../src/store/randomness.ts"

const project = "0123456789abcdef"
const key = "k"

/**
 * A server made of the emulator's services, in process, with one empty project. Its clock stands still while it answers.
 *
 * @param change what is to be wrong with the services; by default nothing.
 * @param now the time when a request comes, in milliseconds since the epoch; by default the system's.
 */
export function serverOf(
  change: (services: readonly Service[]) => readonly Service[] = (all) => all,
  now: () => number = Date.now,
): Target {
  let moment = 0
  const clock = { now: () => moment }
  const randomness = systemRandomness()
  const keys = [{ name: "Key", secret: key, scopes: "all" as const, expire: null }]
  const projects = emptyProjects({ strict: true, profile: appwrite19, defaultKeys: keys, onProvision() {} })
  projects.put({ id: CONSOLE, name: CONSOLE, profile: appwrite19, keys: [] })
  projects.put({ id: project, name: project, profile: appwrite19, keys })
  const world = {
    clock,
    randomness,
    uniqueId: uniqueIds(clock, randomness).next,
    profile: appwrite19,
    hashCost: "fast" as const,
    signingKey: randomness.bytes(32),
    events: eventHub(),
  }
  const onFault = (error: unknown) => {
    throw error
  }
  const rateLimits = newRateLimits({ all: false, projects: new Map() })
  const faults = newFaults(randomness)
  const answer = apiApp({ world, projects, rateLimits, faults, onFault }, change(services))
  return {
    baseUrl: "http://127.0.0.1/v1",
    project,
    key,
    async fetch(request) {
      moment = now()
      return answer(request, "127.0.0.1")
    },
  }
}

/** Asks a server with its key. */
export async function ask(
  server: Target,
  method: string,
  path: string,
  body?: JsonValue,
): Promise<JsonObject> {
  const headers = { "x-appwrite-project": project, "x-appwrite-key": key, "content-type": "application/json" }
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
  const answer = parseJson(await (await server.fetch(new Request(server.baseUrl + path, init))).text())
  return isJsonObject(answer) ? answer : {}
}
