import { type DomainClass, listCorrections } from "./list-corrections.ts"

interface DomainLists {
  readonly disposable: ReadonlySet<string>
  readonly free: ReadonlySet<string>
}

let lists: Promise<DomainLists> | undefined

/**
 * The class of a domain, in small letters. Subdomains do not inherit it.
 *
 * Appwrite 1.9: two lists of domains decide; the disposable one comes first, and what is in neither is corporate.
 */
export async function domainClass(domain: string): Promise<DomainClass> {
  const correction = listCorrections.get(domain)
  if (correction !== undefined) return correction
  lists ??= loadLists()
  const { disposable, free } = await lists
  if (disposable.has(domain)) return "disposable"
  return free.has(domain) ? "free" : "corporate"
}

async function loadLists(): Promise<DomainLists> {
  const [mailchecker, providers] = await Promise.all([import("mailchecker"), import("email-providers")])
  return { disposable: mailchecker.default.blacklist(), free: new Set(providers.default) }
}
