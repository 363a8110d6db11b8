import { isEmail } from "../emails/syntax.ts"
import { AppwriteError } from "../errors.ts"
import type { EmailRules } from "./email-rules.ts"

/** Appwrite 1.9: blanks around an address do not count, and it must have a canonical form. */
export const emails19: EmailRules = {
  isEmail,
  isEmpty: (value) => value === "",
  checkFacts({ emailCanonical }) {
    if (emailCanonical === null) throw new AppwriteError("general_invalid_email")
  },
}
