import { isAppScheme, OWN_HOSTS, WEB_PLATFORMS } from "../platforms.ts"
import { Refusal, type Validator } from "./validator.ts"

/** What PHP finds in a URL; `""` is what it does not find. */
interface UrlParts {
  readonly scheme: string
  readonly host: string
}

const WITH_AUTHORITY = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?\/\/([^/?#]*)/
const WITH_PORT_ONLY = /^([^/?#:@]+):\d{1,5}(?:[/?#]|$)/
const WITH_SCHEME_ONLY = /^([A-Za-z][A-Za-z0-9+.-]*):/
const HIGHEST_PORT = 65_535

function parseUrl(url: string): UrlParts {
  const [, scheme = "", authority] = WITH_AUTHORITY.exec(url) ?? []
  if (authority !== undefined) return { scheme, host: hostOf(authority) }
  const [, host] = WITH_PORT_ONLY.exec(url) ?? []
  if (host !== undefined) return { scheme: "", host: host.toLowerCase() }
  return { scheme: WITH_SCHEME_ONLY.exec(url)?.[1] ?? "", host: "" }
}

/** A port that is none makes PHP give up on the host. */
function hostOf(authority: string): string {
  const [, host = "", port = ""] = /^(\[.*\]|[^:]*)(?::(.*))?$/.exec(authority.replace(/^.*@/, "")) ?? []
  return /^\d*$/.test(port) && Number(port) <= HIGHEST_PORT ? host.toLowerCase() : ""
}

/**
 * Appwrite 1.9: where the link in a mail may lead: a page on a host that the project knows (here: the server's own
 * names) or an app. The scheme is compared with case.
 */
export function redirectUrl(): Validator<string> {
  return {
    sample: { kind: "redirectUrl" },
    check(value, { projectId }) {
      if (typeof value !== "string" || value === "" || value === "0") return new Refusal("Invalid URI.")
      const { scheme, host } = parseUrl(value)
      const platform = WEB_PLATFORMS.get(scheme)
      if (platform === undefined ? isAppScheme(scheme, projectId) : OWN_HOSTS.has(host)) return value
      if (scheme === "" && host === "") return new Refusal("Invalid URI.")
      return new Refusal(
        `Invalid URI. Register your new client ${host && `(${host})`} as a new ${platform ?? ""} platform on your project console dashboard`,
      )
    },
  }
}
