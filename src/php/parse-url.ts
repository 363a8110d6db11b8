/** What PHP finds in a URL; `""` is what it does not find. */
export interface UrlParts {
  readonly scheme: string
  /** In small letters. */
  readonly host: string
  /** In digits. */
  readonly port: string
}

const WITH_AUTHORITY = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?\/\/([^/?#]*)/
const WITH_PORT_ONLY = /^([^/?#:@]+):(\d{1,5})(?:[/?#]|$)/
const WITH_SCHEME_ONLY = /^([A-Za-z][A-Za-z0-9+.-]*):/
const HIGHEST_PORT = 65_535

/** PHP's `parse_url`, as far as it is about where a URL leads. */
export function parseUrl(url: string): UrlParts {
  const [, scheme = "", authority] = WITH_AUTHORITY.exec(url) ?? []
  if (authority !== undefined) return { scheme, ...hostOf(authority) }
  const [, host, port = ""] = WITH_PORT_ONLY.exec(url) ?? []
  if (host !== undefined) return { scheme: "", host: host.toLowerCase(), port }
  return { scheme: WITH_SCHEME_ONLY.exec(url)?.[1] ?? "", host: "", port: "" }
}

/** A port that is none makes PHP give up on the host. */
function hostOf(authority: string): Pick<UrlParts, "host" | "port"> {
  const [, host = "", port = ""] = /^(\[.*\]|[^:]*)(?::(.*))?$/.exec(authority.replace(/^.*@/, "")) ?? []
  const isPort = /^\d*$/.test(port) && Number(port) <= HIGHEST_PORT
  return isPort ? { host: host.toLowerCase(), port } : { host: "", port: "" }
}
