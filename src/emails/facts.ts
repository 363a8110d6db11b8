import { formatAddress, parseAddress } from "./address.ts"
import { canonicalAddress } from "./canonical.ts"
import { domainClass } from "./domain-class.ts"

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
  const address = parseAddress(email)
  const canonical = address && canonicalAddress(address)
  if (address === null || canonical === null) return noEmailFacts
  const domain = await domainClass(address.domain)
  const emailCanonical = formatAddress(canonical)
  return {
    emailCanonical,
    emailIsFree: domain === "free",
    emailIsDisposable: domain === "disposable",
    emailIsCorporate: domain === "corporate",
    emailIsCanonical: emailCanonical === formatAddress(address),
  }
}
