import { inspect } from "node:util"
import { isControlPath } from "./control/control-path.ts"
import type { ListeningAt } from "./control/own-host.ts"
import { appwrite19 } from "./profiles/1.9.ts"
import type { ApiKey } from "./project/api-key.ts"
import { type OutboxMessage, outboxOf } from "./project/outbox.ts"
import { CONSOLE } from "./project/project-id.ts"
import { emptyProjects } from "./project/projects.ts"
import { apiApp } from "./server/app.ts"
import type { Handler } from "./server/handlers.ts"
import { type Address, type Listening, listen } from "./server/listen.ts"
import { services } from "./services/services.ts"
import { type Clock, systemClock } from "./store/clock.ts"
import { uniqueIds } from "./store/ids.ts"
import { type Randomness, systemRandomness } from "./store/randomness.ts"
import type { HashCost } from "./world.ts"

/** A project that is there from the start. */
export interface ProjectOptions {
  readonly id: string
  /** Shown where the server shows the name of a project; by default the ID. */
  readonly name?: string
  /** Secrets of API keys with every scope; by default the emulator's own key. */
  readonly keys?: readonly string[]
}

export interface EmulatorOptions {
  /** By default one project, `emulator`. */
  readonly projects?: readonly ProjectOptions[]
  /** Secret of the API key of projects that name none; by default `emulator`. */
  readonly apiKey?: string
  /** Whether only announced projects exist; by default a project is made when a request first names it. */
  readonly strict?: boolean
  /** By default `fast`. */
  readonly hashCost?: HashCost
  /** By default the system's. */
  readonly clock?: Clock
  /** By default the system's. */
  readonly randomness?: Randomness
  /**
   * Whether each answer says in `X-Emulator-Evidence` on what it rests: `recorded 1.9.6`, `accepted difference` or
   * `declared only`; by default not. With `required`, what is declared only is answered with status 501.
   */
  readonly evidence?: boolean | "required"
  /** Is told what a person should know; by default nobody is. */
  readonly log?: (line: string) => void
}

export interface Emulator {
  /** Answers a request in process, without any port. */
  fetch(request: Request): Promise<Response>
  /**
   * Starts to listen: by default on any free port of the loopback.
   * @throws the system's error, such as `EADDRINUSE`.
   */
  listen(address?: Partial<Address>): Promise<Listening>
  /**
   * What a project would have sent by mail and SMS, oldest first: codes, links, alerts.
   * @param projectId by default the first project that the options name.
   */
  outbox(projectId?: string): OutboxMessage[]
  /** Empties all projects; their keys stay. */
  reset(): void
}

const LOOPBACK = "127.0.0.1"

/** The project that is there, and the secret of its key, if nobody says otherwise. */
export const DEFAULT_PROJECT = "emulator"
export const DEFAULT_API_KEY = "emulator"

/**
 * An Appwrite server for users, in memory.
 * @example
 * const emulator = createEmulator()
 * const response = await emulator.fetch(new Request("http://localhost/v1/health/version"))
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { clock = systemClock, randomness = systemRandomness(), log = () => {} } = options
  const defaultKeys = [fullKey(options.apiKey ?? DEFAULT_API_KEY)]
  const projects = emptyProjects({
    strict: options.strict ?? false,
    defaultKeys,
    onProvision: ({ id }) => log(`Project "${id}" was not known before: it was made, empty.`),
  })
  projects.create(CONSOLE, [])
  const announced = options.projects ?? [{ id: DEFAULT_PROJECT }]
  for (const { id, name, keys } of announced) {
    projects.create(id, keys?.map(fullKey) ?? defaultKeys, name)
  }
  const world = {
    clock,
    randomness,
    uniqueId: uniqueIds(clock, randomness),
    profile: appwrite19,
    hashCost: options.hashCost ?? "fast",
    signingKey: randomness.bytes(32),
  }
  const onFault = (error: unknown) => log(`Fault of the emulator: ${inspect(error)}`)
  let listeningAt: ListeningAt | undefined
  const appwrite = world.profile.version
  const control = async (request: Request): Promise<Response> => {
    const { controlApp } = await import("./control/app.ts")
    return controlApp({ projects, appwrite, listeningAt }).fetch(request)
  }
  const api = apiApp({ world, projects, onFault }, services)
  const answer = options.evidence ? withEvidence(api, options.evidence) : api
  const fetch = async (request: Request, peer: string): Promise<Response> =>
    isControlPath(request.url) ? control(request) : answer(request, peer)
  return {
    fetch: (request) => fetch(request, LOOPBACK),
    async listen({ host = LOOPBACK, port = 0, ownsProcess = false } = {}) {
      const listening = await listen(fetch, { host, port, ownsProcess })
      listeningAt = { host, port: listening.port }
      return listening
    },
    outbox(projectId = announced[0]?.id ?? DEFAULT_PROJECT) {
      const project = projects.get(projectId)
      return project === undefined ? [] : outboxOf(project)
    },
    reset: projects.reset,
  }
}

/** The tables are loaded only where they are asked for. */
function withEvidence(api: Handler, evidence: true | "required"): Handler {
  return async (request, peer) => {
    const { evidentAnswer } = await import("./evidence/evident-answer.ts")
    return evidentAnswer(api, request, peer, evidence === "required")
  }
}

function fullKey(secret: string): ApiKey {
  return { name: "Emulator", secret, scopes: "all", expire: null }
}
