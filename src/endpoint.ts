import type { Caller } from "./caller.ts"
import { serverFault } from "./errors.ts"
import { raiseCreatedUser, raiseDeclared } from "./events/raise-events.ts"
import type { Model, View } from "./models/model.ts"
import type { ModelShape } from "./models/shape.ts"
import { after, type NowOrLater, rescued } from "./now-or-later.ts"
import type { RouteChange } from "./profiles/route-change.ts"
import { writeLog } from "./project/audit-log.ts"
import type { Project } from "./project/project.ts"
import type { AuthMethod } from "./project/settings.ts"
import type { RateLimit } from "./rate-limits/rate-limit.ts"
import { newReply, type Reply, type SessionChange } from "./reply.ts"
import type { RequestFacts } from "./request-facts.ts"
import type { Scope } from "./scopes.ts"
import type { Parameters, Values } from "./validators/parameter.ts"
import { parameterReader, type SentParameters } from "./validators/read-parameters.ts"
import type { World } from "./world.ts"

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** What an action knows of a request before its parameters are read. */
export interface Call {
  readonly world: World
  readonly project: Project
  readonly caller: Caller
  readonly request: RequestFacts
  readonly reply: Reply
}

/** What an action knows of a request. */
export interface CallWith<V> extends Call {
  readonly params: V
}

/**
 * Checks of a group of routes that come after the scopes and before the parameters: `session` refuses callers that
 * are logged in already, `mfa` lets in those who have not proven all their factors, `mfaProtected` wants a recently
 * solved challenge.
 */
type RouteGroup = "session" | "mfa" | "mfaProtected"

/** One endpoint: all that the emulator knows of a route is said here, once. */
export interface Declaration<P extends Parameters, Answer> {
  readonly method: Method
  /** Below `/v1`, placeholders as `:name`. */
  readonly path: string
  /** Paths of earlier versions that lead here too. */
  readonly aliases?: readonly string[]
  /** The caller needs one of these. */
  readonly scopes: readonly Scope[]
  readonly groups?: readonly RouteGroup[]
  /** The way to log in that the project must allow; API keys are not asked. */
  readonly authMethod?: AuthMethod
  /** How often a client may call it, where rate limits are on; API keys are not limited. */
  readonly rateLimit?: RateLimit
  /** In the order in which they are checked. */
  readonly params: P
  /** Whether clients of Appwrite 1.4 may write `queries` in the syntax of that time. */
  readonly legacyQueries?: boolean
  /** By default 201 for POST, 204 for DELETE, otherwise 200. */
  readonly status?: number
  /** The shape of the answer; without one the answer is empty. */
  readonly model?: Model<Answer>
  /** Event of the entry in the audit log of the user who acts and of what is acted on; without one there is none. */
  readonly audit?: string
  /**
   * The event that is raised when the action is done, with the names of IDs in brackets: `users.[userId].update.email`.
   * Where the IDs come from: see `eventIds`; the payload is the answer, unless the action tells otherwise.
   */
  readonly event?: string
  /**
   * The rule itself. It throws an `AppwriteError` to refuse. What must be awaited (hashes, lists) comes first, and what
   * is written comes last, in the function that the promise brings: writes run in one go and in one transaction. An
   * action that awaits nothing may write at once.
   */
  readonly action: (call: CallWith<Values<P>>) => Answer | Promise<() => Answer>
}

/** What the server knows of a request when it comes to its parameters. */
export interface ArrivedCall extends Omit<Call, "reply"> {
  /**
   * To be called when something was awaited: whether the caller may still do this.
   * @throws AppwriteError when not
   * @throws Outdated when the request is somebody else's now, for instance a guest's
   */
  confirm(): void
}

/** What comes of a request. */
export interface Outcome {
  /** JSON text; `null`: the answer is empty. */
  readonly body: string | null
  readonly session: SessionChange | undefined
  /** Where the client is sent on to. */
  readonly location: string | undefined
}

/** A declared endpoint, ready to be called. */
export interface Endpoint extends Omit<Declaration<Parameters, never>, "action" | "model" | "status"> {
  readonly status: number
  /** Name of the answer's model; `undefined` for an empty answer. */
  readonly modelName: string | undefined
  /** What the answer looks like. */
  readonly shape: ModelShape | undefined
  readonly contentType: string
  /** The same endpoint as another version of Appwrite has it. */
  as(change: RouteChange): Endpoint
  /**
   * Reads the parameters, runs the action and writes its answer and its entry in the audit log.
   * @throws AppwriteError
   */
  run(arrived: ArrivedCall, sent: SentParameters, view: View): NowOrLater<Outcome>
}

const STATUS: Readonly<Record<Method, number>> = { GET: 200, POST: 201, PUT: 200, PATCH: 200, DELETE: 204 }

/** What a version changes of calls; all else it changes of the declaration. */
type OfCalls = Pick<RouteChange, "unknown" | "notNull" | "showsSecrets" | "unlogged">

/** Declares an endpoint. Routes, checks, validation and documentation all come from the declaration. */
export function endpoint<const P extends Parameters, Answer>(
  declaration: Declaration<P, Answer>,
  { unknown = [], notNull = [], showsSecrets, unlogged }: OfCalls = {},
): Endpoint {
  const { action, model, status = STATUS[declaration.method], ...rest } = declaration
  const readParameters = parameterReader(declaration.params)
  return {
    ...rest,
    params: known(declaration.params, unknown),
    status,
    modelName: model?.name,
    shape: model?.shape,
    contentType: model?.contentType ?? "application/json; charset=UTF-8",
    as: (change) => endpoint({ ...declaration, ...declared(change) }, change),
    run(arrived, allSent, view) {
      const { world, project, caller, request } = arrived
      const { reply, said } = newReply()
      const { transaction } = project.database
      const context = {
        projectId: project.id,
        settings: project.settings,
        now: world.clock.now(),
        rules: project.rules,
      }
      const sent = unknown.length === 0 ? allSent : without(allSent, unknown)
      const shown = showsSecrets ? { ...view, showsSecrets } : view
      const act = (params: Values<P>): NowOrLater<Outcome> => {
        const unexpected = notNull.find((name) => sent.get(name) === null)
        if (unexpected !== undefined) throw serverFault(`${unexpected} is null`)
        const call = { world, project, caller, request, reply, params }
        const hears = world.events.hears(project.id)
        const tellsCreated = hears && project.rules.tellsCreatedUser(declaration.audit)
        const raiseCreated = () => {
          if (tellsCreated) raiseCreatedUser(call, said)
        }
        const acted = rescued<Answer>(
          () => {
            const outcome = transaction(() => action(call))
            if (!(outcome instanceof Promise)) return outcome
            return outcome.then((write) => {
              arrived.confirm()
              return transaction(write)
            })
          },
          (error) => {
            raiseCreated()
            throw error
          },
        )
        return after(acted, (answer) => {
          raiseCreated()
          if (declaration.audit !== undefined && !unlogged) writeLog(call, said, declaration.audit)
          project.rules.afterAnswer?.(call, said, declaration, userIdIn(params))
          const body = model === undefined ? null : model.write(answer, shown)
          const { event: pattern, path } = declaration
          if (hears && pattern !== undefined) {
            const write = (told: View) =>
              model === undefined || model.contentType !== undefined ? "[]" : model.write(answer, told)
            raiseDeclared(call, said, { pattern, path, params, answer, write })
          }
          return { body, session: said.session, location: said.location }
        })
      }
      return after(readParameters(sent, context), act)
    },
  }
}

function declared({
  unknown,
  notNull,
  showsSecrets,
  unlogged,
  ...change
}: RouteChange): Omit<RouteChange, keyof OfCalls> {
  return change
}

function userIdIn(params: object): string | undefined {
  return "userId" in params && typeof params.userId === "string" ? params.userId : undefined
}

/** The parameters of a version. */
function known(params: Parameters, unknown: readonly string[]): Parameters {
  if (unknown.length === 0) return params
  return Object.fromEntries(Object.entries(params).filter(([name]) => !unknown.includes(name)))
}

function without(sent: SentParameters, names: readonly string[]): SentParameters {
  return { get: (name) => (names.includes(name) ? undefined : sent.get(name)) }
}
