import { type HttpHandler, HttpResponse, http, passthrough } from "msw"
import type { Emulator } from "../handle/emulator.ts"
import { serviceSegments } from "../services/services.ts"

/** What becomes of a request to a service that the emulator does not have. */
export type OnUnhandled = "error" | "bypass" | ((request: Request) => Response | Promise<Response>)

export interface AppwriteHandlersOptions {
  /**
   * The endpoints that the app is set to, each ending in `/v1`. By default those of Appwrite Cloud, in every region; an
   * asterisk stands for a part of a host.
   */
  readonly endpoint?: string | readonly string[]
  /**
   * What becomes of requests below an endpoint that the emulator has no service for, such as databases. By default
   * `"error"`: an error in Appwrite's form with status 501, which says what was asked for. `"bypass"` sends them where
   * they were meant to go; a function answers them.
   */
  readonly onUnhandled?: OnUnhandled
}

const CLOUD = ["https://cloud.appwrite.io/v1", "https://*.cloud.appwrite.io/v1"]

/** Where the emulator is in process: it looks at the path, and names the host in links of messages. */
const BASE = "/v1"

/**
 * Handlers for MSW, by which the emulator answers an app whose endpoint is fixed: no port, and nothing to set in the app.
 *
 * @param emulator must know the project ID that the app uses; without `strict` it knows each.
 * @example
 * const server = setupServer(...appwriteHandlers(emulator))
 * server.listen({ onUnhandledRequest: "error" })
 */
export function appwriteHandlers(
  emulator: Pick<Emulator, "fetch">,
  { endpoint = CLOUD, onUnhandled = "error" }: AppwriteHandlersOptions = {},
): HttpHandler[] {
  return [endpoint].flat().map((base) =>
    http.all(`${base.replace(/\/$/, "")}/*`, ({ request }) => {
      const url = new URL(request.url)
      const path = pathBelow(base, url.pathname)
      if (serviceSegments.includes(path.split("/")[1] ?? "")) {
        url.pathname = `${BASE}${path}`
        return emulator.fetch(new Request(url, request))
      }
      if (onUnhandled === "bypass") return passthrough()
      return onUnhandled === "error" ? notEmulated(request.method, path) : onUnhandled(request)
    }),
  )
}

/** What of a path is behind that of an endpoint, which has so many parts. */
function pathBelow(endpoint: string, path: string): string {
  const parts = endpoint.replace(/^\w+:\/\/|\/$/g, "").split("/").length - 1
  return `/${path
    .split("/")
    .slice(parts + 1)
    .join("/")}`
}

/** No real server answers so, and no SDK takes it for a success. */
function notEmulated(method: string, path: string): Response {
  const message =
    `The emulator has no ${method} ${path}: it has ${serviceSegments.join(", ")}. ` +
    "With onUnhandled this can be answered in another way, or sent to the real server."
  return HttpResponse.json({ message, code: 501, type: "general_not_implemented" }, { status: 501 })
}
