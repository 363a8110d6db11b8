import { isFilteredEmail } from "../emails/syntax.ts"
import type { EmailRules } from "./email-rules.ts"

/** Appwrite 1.5: an address is looked at as it was sent; what has no length as text is an empty one. */
export const emails15: EmailRules = {
  isEmail: isFilteredEmail,
  isEmpty: (value) => value === "" || value === null || value === false,
  checkFacts() {},
}
