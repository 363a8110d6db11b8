import { isIP } from "node:net"
import { encodeJson } from "../php/json-encode.ts"
import type { HttpRules } from "../profiles/http-rules.ts"
import type { Rules } from "../profiles/rules.ts"
import type { SessionChange } from "../reply.ts"
import type { RequestFacts } from "../request-facts.ts"

/** `Tue, 23-Nov-2027 08:50:09 GMT` */
function cookieDate(milliseconds: number): string {
  const [day, date, month, year, time] = new Date(milliseconds).toUTCString().replace(",", "").split(" ")
  return `${day}, ${date}-${month}-${year} ${time} GMT`
}

function attributes(request: RequestFacts, { cookieAttributes }: HttpRules): string {
  const isLocal = request.hostname === "localhost" || isIP(request.hostname.replace(/^\[|\]$/g, "")) !== 0
  return `; path=/${isLocal ? "" : `; domain=.${request.hostname}`}${request.https ? "; secure" : ""}; ${cookieAttributes.httpOnly}`
}

/** The lines by which a client learns of its session or of its end. */
export interface SessionHeaders {
  readonly setCookie: readonly string[]
  /** `""`: the header is not sent. */
  readonly fallbackCookies: string
}

/**
 * Appwrite 1.9: two cookies of the same value, the older one first, and `X-Fallback-Cookies` for clients that can't keep
 * them. The real server spares that header where page and server have the same registrable domain, which an emulator on
 * a loopback address never sees. Where several sessions end at once the header comes as often.
 */
export function sessionHeaders(
  change: SessionChange,
  projectId: string,
  request: RequestFacts,
  now: number,
  { http, sessions }: Rules,
): SessionHeaders {
  const name = `a_session_${projectId.toLowerCase()}`
  if (change.kind === "started") {
    const { value, expire } = change.session
    const lifetime = `expires=${cookieDate(expire)}; Max-Age=${Math.round((expire - now) / 1000)}`
    return {
      setCookie: cookies(name, `${encodeURIComponent(value)}; ${lifetime}`, request, http),
      fallbackCookies: encodeJson({ [name]: value }),
    }
  }
  const takenBack = "deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0"
  return {
    setCookie: change.current ? cookies(name, takenBack, request, http) : [],
    fallbackCookies: sessions.fallbackOfEnded(change.sessions),
  }
}

function cookies(name: string, value: string, request: RequestFacts, http: HttpRules): string[] {
  const rest = attributes(request, http)
  return [`${name}_legacy=${value}${rest}`, `${name}=${value}${rest}; ${http.cookieAttributes.sameSite}=None`]
}
