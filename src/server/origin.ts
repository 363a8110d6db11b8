import { AppwriteError } from "../errors.ts"
import { isAppScheme, OWN_HOSTS, WEB_PLATFORMS } from "../platforms.ts"

interface Origin {
  readonly scheme: string
  readonly host: string
}

function parseOrigin(origin: string): Origin | undefined {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#:]*|\[[^\]]*\])(?::\d+)?(?:[/?#]|$)/.exec(origin)
  const [, scheme, host] = match ?? []
  return scheme === undefined || host === undefined ? undefined : { scheme, host }
}

/** Whether answers to this origin allow it to read them. */
export function isOwnOrigin(origin: string): boolean {
  const parsed = parseOrigin(origin.trim().toLowerCase())
  return parsed !== undefined && WEB_PLATFORMS.has(parsed.scheme) && OWN_HOSTS.has(parsed.host)
}

/**
 * Appwrite 1.9: requests from foreign web pages are refused, whatever their method. The scheme is compared with case.
 * @throws AppwriteError `general_unknown_origin`
 */
export function checkOrigin(origin: string, projectId: string): void {
  const parsed = parseOrigin(origin)
  if (parsed === undefined) throw new AppwriteError("general_unknown_origin", "Invalid Origin.")
  const { scheme, host } = parsed
  if (isAppScheme(scheme, projectId)) return
  const platform = WEB_PLATFORMS.get(scheme)
  if (platform === undefined) {
    throw new AppwriteError(
      "general_unknown_origin",
      `Invalid Scheme. The scheme used (${scheme}) in the Origin (${origin}) is not supported. If you are using a custom scheme, please change it to \`appwrite-callback-<PROJECT_ID>\``,
    )
  }
  if (OWN_HOSTS.has(host)) return
  throw new AppwriteError(
    "general_unknown_origin",
    `Invalid Origin. Register your new client (${host}) as a new ${platform} platform on your project console dashboard`,
  )
}
