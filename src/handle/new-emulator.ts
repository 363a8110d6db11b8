import { inspect } from "node:util"
import { checkAddress } from "../check-options.ts"
import { isControlPath } from "../control/control-path.ts"
import { emulatorClosed, listeningAlready } from "../emulator-error.ts"
import { emulatorEvents } from "../events/emulator-events.ts"
import { newFaults } from "../faults/faults.ts"
import { Interruption } from "../faults/interruption.ts"
import { after, rescued } from "../now-or-later.ts"
import type { ApiKey } from "../project/api-key.ts"
import type { DatabaseState } from "../project/database-state.ts"
import { newProject } from "../project/project.ts"
import { emptyProjects, type ProjectState } from "../project/projects.ts"
import { newRateLimits, type RateLimitSwitches } from "../rate-limits/rate-limits.ts"
import { emulatorLog, type RequestLogOptions } from "../request-log/emulator-log.ts"
import type { RunningWorld, WorldState } from "../running-world.ts"
import { NOTHING_PLANTED, type Planted } from "../seed/planted.ts"
import { apiApp } from "../server/app.ts"
import type { Handler } from "../server/handlers.ts"
import { type Listening, listen } from "../server/listen.ts"
import { profileOf } from "../server/profile-of.ts"
import { services } from "../services/services.ts"
import { newWebhooks, type WebhookSettings } from "../webhooks/webhooks.ts"
import { newArrivals } from "./arrivals.ts"
import { snapshotDiff } from "./diff.ts"
import type { Emulator } from "./emulator.ts"
import { emulatorData } from "./emulator-data.ts"
import { inTurn } from "./in-turn.ts"
import { newOutbox } from "./outbox.ts"
import { projectMaker, shownProjects } from "./project-maker.ts"
import { newRateLimitControl } from "./rate-limit-control.ts"
import { checkLineage, checkSnapshot, type Lineage, type Snapshot } from "./snapshot.ts"
import { toRequest } from "./to-request.ts"

/** What an emulator is made of. */
export interface Blueprint {
  readonly running: RunningWorld
  /** The world that a reset brings back. */
  readonly start: WorldState
  readonly projects: readonly ProjectState[]
  readonly strict: boolean
  readonly defaultKeys: readonly ApiKey[]
  /** What a project that nobody announced starts with; without it, nothing. */
  readonly defaultBase?: DatabaseState | undefined
  readonly planted?: Planted | undefined
  readonly evidence: boolean | "required"
  readonly rateLimits: RateLimitSwitches
  readonly log: (line: string) => void
  readonly requestLog: RequestLogOptions | false
  readonly lineage: Lineage
  readonly webhooks: WebhookSettings
  /** How many projects were given an ID. */
  readonly named: number
}

const LOOPBACK = "127.0.0.1"
/** Without a port any host will do; this one can't be mistaken for a server. */
const PORTLESS = "http://localhost"

/** Puts an emulator together. */
export function newEmulator(blueprint: Blueprint): Emulator {
  const { running, start, strict, defaultKeys, defaultBase, lineage, log } = blueprint
  const { world } = running
  const arrivals = newArrivals()
  let { planted } = blueprint
  const requests = emulatorLog(blueprint.requestLog, { arrivals, projectOf: (id) => projects.get(id) })
  const projects = emptyProjects({
    strict,
    profile: world.profile,
    defaultKeys,
    defaultBase,
    onProvision: ({ id }) =>
      log(
        `Project "${id}" was not known before: it was made, ${planted === undefined ? "empty" : "with the seed"}.`,
      ),
    onRenewed: requests.renew,
  })
  projects.restore(blueprint.projects)
  const onFault = (error: unknown) => log(`Fault of the emulator: ${inspect(error)}`)
  const rateLimits = newRateLimits(blueprint.rateLimits)
  const faults = newFaults(world.randomness)
  const server = { world, projects, rateLimits, faults, onFault, observe: requests.observe }
  const versionOf = (request: Request) => profileOf(server, request).version
  const api = withEvidence(requests.wrap(apiApp(server, services)), versionOf, blueprint.evidence)
  const begun: Handler = (request, peer) => {
    running.beginRequest()
    return api(request, peer)
  }
  const answer = running.isSeeded ? inTurn(begun) : begun
  const { log: entries } = requests
  const events = (projectId?: string) => emulatorEvents(world.events, onFault, arrivals, projectId)
  const webhooks = newWebhooks({ world, log }, blueprint.webhooks)
  const maker = projectMaker({
    ...blueprint,
    profile: world.profile,
    projects,
    arrivals,
    events,
    log: entries,
    world,
    endpoint: () => `${url() ?? PORTLESS}/v1`,
  })
  let listening: Listening | undefined
  let listeningHost = LOOPBACK
  let isClosed = false
  const url = () => listening?.url

  let controlled: Promise<(request: Request) => Response | Promise<Response>> | undefined
  async function control(request: Request): Promise<Response> {
    controlled ??= import("../control/app.ts").then(
      ({ controlApp }) =>
        controlApp({
          emulator,
          projects,
          arrivals,
          profile: world.profile,
          listeningAt: () => listening && { host: listeningHost, port: listening.port },
        }).fetch,
    )
    return (await controlled)(request)
  }

  const fetch: Handler = (request, peer) => {
    if (isClosed) throw emulatorClosed()
    if (isControlPath(request.url)) return control(request)
    return rescued(
      () =>
        after(answer(request, peer), (response) => {
          arrivals.changed()
          return response
        }),
      (error) => {
        if (!(error instanceof Interruption)) throw error
        arrivals.changed()
        return error.end()
      },
    )
  }

  const snapshot = (): Snapshot => ({ lineage, world: running.capture(), projects: projects.capture() })
  async function close(): Promise<void> {
    isClosed = true
    arrivals.close()
    webhooks.close()
    await listening?.close()
  }

  const emulator: Emulator = {
    fetch: async (request, init) => fetch(toRequest(request, init, PORTLESS), LOOPBACK),
    async listen({ host = LOOPBACK, port = 0, ...address } = {}) {
      if (isClosed) throw emulatorClosed()
      checkAddress({ host, port, ...address })
      if (listening !== undefined) throw listeningAlready(listening.url)
      const opened = await listen(fetch, { ...address, host, port }, onFault)
      listeningHost = host
      listening = {
        ...opened,
        async close() {
          listening = undefined
          await opened.close()
        },
      }
      return listening
    },
    get url() {
      return url()
    },
    clock: running.clock,
    outbox: newOutbox(() => shownProjects(projects), arrivals),
    events: events(),
    webhooks,
    log: entries,
    project: maker.project,
    faults,
    rateLimits: newRateLimitControl(rateLimits, projects),
    projectIds: () => shownProjects(projects).map(({ id }) => id),
    reset() {
      running.restore(start)
      projects.reset()
      faults.clear()
    },
    seed(seed, { project = emulator.projectIds()[0], ...options } = {}) {
      return emulator.project(project).seed(seed, options)
    },
    async reseed(seed) {
      const { seedFresh } = await import("../seed/seed-project.ts")
      const [id = "seed"] = emulator.projectIds()
      const fresh = newProject({ id, name: id, profile: world.profile, keys: [] })
      planted = await seedFresh(world, fresh, seed)
      projects.rebase(fresh.database.capture())
      arrivals.changed()
      return planted
    },
    get planted() {
      return planted ?? NOTHING_PLANTED
    },
    snapshot,
    restore(wanted) {
      checkSnapshot(wanted)
      checkLineage(wanted, lineage)
      running.restore(wanted.world)
      projects.restore(wanted.projects)
      arrivals.changed()
    },
    branch: () =>
      newEmulator({
        ...blueprint,
        defaultBase: projects.defaultBase,
        planted,
        running: running.branch(),
        projects: projects.capture(),
        webhooks: { ...blueprint.webhooks, webhooks: [] },
        rateLimits: rateLimits.switches(),
        named: maker.named(),
      }),
    ...emulatorData(projects, arrivals.changed),
    diff(before, after = snapshot(), options) {
      for (const one of [before, after]) checkSnapshot(one)
      return snapshotDiff(before, after, options)
    },
    close,
    [Symbol.asyncDispose]: close,
  }
  return emulator
}

/** The tables are loaded only where they are asked for. */
function withEvidence(
  api: Handler,
  versionOf: (request: Request) => string,
  evidence: boolean | "required",
): Handler {
  if (evidence === false) return api
  return async (request, peer) => {
    const { evidentAnswer } = await import("../evidence/evident-answer.ts")
    return evidentAnswer(api, request, peer, versionOf(request), evidence === "required")
  }
}
