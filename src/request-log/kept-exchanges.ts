import { transcriptNotKept } from "../emulator-error.ts"
import type { Project } from "../project/project.ts"
import type { Exchange } from "../server/exchange.ts"
import type { Handler } from "../server/handlers.ts"

/** An exchange with the body of its request. */
export interface KeptExchange extends Exchange {
  /** `""` if there was none. */
  readonly content: string
}

/** Whole exchanges, up to a number. */
export interface KeptExchanges {
  keep(exchange: Exchange): void
  /**
   * Those of a project since it was last empty, oldest first.
   * @throws EmulatorError `transcript_not_kept` if the first of them are gone, or if it did not begin empty.
   */
  of(projectId: string): readonly KeptExchange[]
  /** A project begins anew, or ends. */
  renew(projectId: string, project: Project | undefined): void
  clear(projectId: string | undefined): void
  /** The body of a request can be read once: what `wrap` brings reads it before, and keeps it. */
  wrap(api: Handler): Handler
}

const HAS_NO_BODY: ReadonlySet<string> = new Set(["GET", "HEAD"])

/** @param size how many exchanges to keep, of all projects together. */
export function keepExchanges(size: number): KeptExchanges {
  let kept: KeptExchange[] = []
  /** Why there is no transcript of a project. */
  const lacking = new Map<string, string>()
  const contents = new WeakMap<Request, string>()
  function clear(projectId: string | undefined, reason: string): void {
    const gone = new Set(
      kept.map(({ arrival }) => arrival.projectId).filter((id) => id === (projectId ?? id)),
    )
    kept = kept.filter(({ arrival }) => !gone.has(arrival.projectId))
    for (const id of gone) lacking.set(id, reason)
  }
  return {
    keep(exchange) {
      kept.push({ ...exchange, content: contents.get(exchange.arrival.request) ?? "" })
      if (kept.length <= size) return
      const gone = kept.shift()
      if (gone === undefined) return
      const { projectId } = gone.arrival
      lacking.set(
        projectId,
        `the first requests to "${projectId}" are not kept any more; keep more than ${size}.`,
      )
    },
    of(projectId) {
      const reason = lacking.get(projectId)
      if (reason !== undefined) throw transcriptNotKept(reason)
      return kept.filter(({ arrival }) => arrival.projectId === projectId)
    },
    renew(projectId, project) {
      clear(projectId, "")
      const isEmpty = project === undefined || project.database.users.size + project.database.teams.size === 0
      if (isEmpty) lacking.delete(projectId)
      else
        lacking.set(projectId, `"${projectId}" did not begin empty, and a transcript is of an empty project.`)
    },
    clear: (projectId) => clear(projectId, "the log was cleared when the project was not empty."),
    wrap: (api) => async (request, peer) => {
      const { url, method, headers } = request
      const bytes = HAS_NO_BODY.has(method) ? undefined : await request.arrayBuffer()
      const body = bytes === undefined || bytes.byteLength === 0 ? {} : { body: bytes }
      const copy = new Request(url, { method, headers: new Headers(headers), ...body })
      if (bytes !== undefined) contents.set(copy, Buffer.from(bytes).toString())
      return api(copy, peer)
    },
  }
}
