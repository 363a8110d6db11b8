import { formatAddress, parseAddress } from "./address.ts"
import { canonicalAddress } from "./canonical.ts"
import { domainClass } from "./domain-class.ts"
import type { DomainClass } from "./list-corrections.ts"

/** What Appwrite 1.9 keeps about the email of a user, or nothing at all. */
export type EmailFacts = KnownEmailFacts | typeof noEmailFacts

interface KnownEmailFacts {
  /** The address that stands for all that reach the same mailbox. */
  readonly emailCanonical: string
  readonly emailIsFree: boolean
  readonly emailIsDisposable: boolean
  readonly emailIsCorporate: boolean
  /** Whether the address, trimmed and in small letters, is the canonical one itself. */
  readonly emailIsCanonical: boolean
}

/** The facts of a user without an email, or of one whose email has no canonical form. */
export const noEmailFacts = Object.freeze({
  emailCanonical: null,
  emailIsFree: null,
  emailIsDisposable: null,
  emailIsCorporate: null,
  emailIsCanonical: null,
})

/**
 * What Appwrite 1.9 finds out about an email address. The lists of domains are loaded at the first call.
 * @param email as the client sent it; its form is not checked.
 */
export async function emailFacts(email: string): Promise<EmailFacts> {
  return (await emailFactsOf([email]))(email)
}

/**
 * The same for many addresses, of whose domains each is looked up once.
 * @returns the facts of any of them.
 */
export async function emailFactsOf(emails: Iterable<string>): Promise<(email: string) => EmailFacts> {
  const classes = new Map<string, Promise<DomainClass>>()
  for (const email of emails) {
    const address = parseAddress(email)
    if (address === null || classes.has(address.domain)) continue
    classes.set(address.domain, domainClass(address.domain))
  }
  const known = new Map<string, DomainClass>()
  for (const [domain, found] of classes) known.set(domain, await found)
  return (email) => factsOfAddress(email, known)
}

function factsOfAddress(email: string, classes: ReadonlyMap<string, DomainClass>): EmailFacts {
  const address = parseAddress(email)
  const canonical = address && canonicalAddress(address)
  if (address === null || canonical === null) return noEmailFacts
  const domain = classes.get(address.domain)
  const emailCanonical = formatAddress(canonical)
  return {
    // The same text once, for the memory of many users.
    emailCanonical: emailCanonical === email ? email : emailCanonical,
    emailIsFree: domain === "free",
    emailIsDisposable: domain === "disposable",
    emailIsCorporate: domain === "corporate",
    emailIsCanonical: emailCanonical === formatAddress(address),
  }
}
