import { setTimeout } from "node:timers/promises"
import type { Target } from "../../src/contract/replay.ts"

type Fetch = Target["fetch"]

/** A right server with something around it. */
export function around(server: Target, change: (fetch: Fetch) => Fetch): Target {
  return { ...server, fetch: change(server.fetch) }
}

/** Something else happens to every so many-th request, as long as it is one of those that it may happen to. */
export function sometimes(
  every: number,
  mayHappen: (request: Request) => boolean,
  instead: (fetch: Fetch, request: Request) => Promise<Response>,
): (fetch: Fetch) => Fetch {
  let count = 0
  return (fetch) => async (request) => {
    if (!mayHappen(request)) return fetch(request)
    count += 1
    return count % every === 0 ? instead(fetch, request) : fetch(request)
  }
}

export const isAny = () => true
export const isReadWithKey = ({ method, headers }: Request) =>
  method === "GET" && headers.has("x-appwrite-key")
export const isWrite = ({ method }: Request) => method !== "GET" && method !== "DELETE"

/** What clients do, whom alone Appwrite limits. */
export const isOfClient = ({ headers }: Request) => !headers.has("x-appwrite-key")

/** The server takes its time. */
export async function slowly(fetch: Fetch, request: Request): Promise<Response> {
  await setTimeout(20)
  return fetch(request)
}

/** An answer in the place of the server's, which never hears of the request. */
export function refused(status: number, headers: Readonly<Record<string, string>>, body = "") {
  return async () => new Response(body, { status, headers })
}

/** Appwrite's own error. */
export function appwriteError(status: number, type: string) {
  const body = JSON.stringify({ message: "No.", code: status, type, version: "1.9.6" })
  return refused(status, { "content-type": "application/json; charset=UTF-8" }, body)
}

const lost = () => new TypeError("fetch failed", { cause: new Error("other side closed") })

/** The connection is lost before the server has heard of it. */
export async function cutBefore(): Promise<Response> {
  throw lost()
}

/** The server does what it is asked, and the connection is lost before it can say so. */
export async function cutAfter(fetch: Fetch, request: Request): Promise<Response> {
  await fetch(request)
  throw lost()
}

/** The connection is lost in the middle of the answer. */
export async function cutWithin(fetch: Fetch, request: Request): Promise<Response> {
  const { status, headers } = await fetch(request)
  const body = new ReadableStream({
    pull(controller) {
      controller.error(lost())
    },
  })
  return new Response(status === 204 ? null : body, { status, headers })
}

/**
 * A server whose workers delete later: each request is carried out at once, but reads of what it has changed show for a
 * while what was there before.
 *
 * @param ms how much later, in milliseconds.
 * @param isLate whose old answers are shown.
 */
export function lateWorkers(ms: number, isLate: (path: string) => boolean): (fetch: Fetch) => Fetch {
  const shown = new Map<string, Response>()
  let changed = Number.NEGATIVE_INFINITY
  const nameOf = ({ url, headers }: Request) =>
    `${url} ${headers.get("x-appwrite-session")} ${headers.get("cookie")} ${headers.get("x-appwrite-jwt")}`
  return (fetch) => async (request) => {
    const { pathname } = new URL(request.url)
    if (request.method === "DELETE") changed = Date.now()
    if (request.method !== "GET" || !isLate(pathname)) return fetch(request)
    const name = nameOf(request)
    const earlier = shown.get(name)
    if (earlier !== undefined && Date.now() - changed < ms) return earlier.clone()
    const answer = await fetch(request)
    shown.set(name, answer.clone())
    return answer
  }
}
