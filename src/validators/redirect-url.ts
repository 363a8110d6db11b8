import { parseUrl } from "../php/parse-url.ts"
import type { PhpValue } from "../php/value.ts"
import { isAppScheme, OWN_HOSTS, WEB_PLATFORMS } from "../platforms.ts"
import { type Checked, Refusal, type Validator } from "./validator.ts"

/** Where the link in a mail may lead. */
export function redirectUrl(): Validator<string> {
  return {
    sample: { kind: "redirectUrl" },
    check: (value, { projectId, rules }) => rules.redirectUrl(value, projectId),
  }
}

/**
 * Appwrite 1.9: a link may lead to a page on a host that the project knows (here: the server's own names) or to an app.
 * The scheme is compared with case.
 */
export function checkRedirectUri(value: PhpValue, projectId: string): Checked<string> {
  if (typeof value !== "string" || value === "" || value === "0") return new Refusal("Invalid URI.")
  const { scheme, host } = parseUrl(value)
  const platform = WEB_PLATFORMS.get(scheme)
  if (platform === undefined ? isAppScheme(scheme, projectId) : OWN_HOSTS.has(host)) return value
  if (scheme === "" && host === "") return new Refusal("Invalid URI.")
  return new Refusal(
    `Invalid URI. Register your new client ${host && `(${host})`} as a new ${platform ?? ""} platform on your project console dashboard`,
  )
}

const hostRefusal = new Refusal("URL host must be one of: localhost, 127.0.0.1")

/** Appwrite 1.5: a link may lead to any URL without blanks on a host that the project knows, whatever its scheme. */
export function checkRedirectHost(value: PhpValue): Checked<string> {
  const isUrl = typeof value === "string" && URL_CHARACTERS.test(value)
  return isUrl && OWN_HOSTS.has(parseUrl(value).host) ? value : hostRefusal
}

/** Those of PHP's `FILTER_VALIDATE_URL`: ASCII that can be seen. */
const URL_CHARACTERS = /^[\x21-\x7e]+$/
