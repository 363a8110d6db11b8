import type { EmailFacts } from "../emails/facts.ts"
import type { PhpValue } from "../php/value.ts"

/** What a version takes for an email address. */
export interface EmailRules {
  isEmail(text: string): boolean
  /** Whether a value clears the address, where that is allowed. */
  isEmpty(value: PhpValue): boolean
  /**
   * Refuses addresses that users can't give themselves for what is known of them.
   * @throws AppwriteError `general_invalid_email`
   */
  checkFacts(facts: EmailFacts): void
}
