import { AppwriteError, serverFault } from "../errors.ts"
import { isPhone } from "../phones/phone.ts"
import { checkInt32 } from "../validators/integer.ts"
import { strengthWeakness } from "../validators/password-strength.ts"
import { checkRedirectUri } from "../validators/redirect-url.ts"
import { callers19 } from "./1.9-callers.ts"
import { emails19 } from "./1.9-emails.ts"
import { hashes19 } from "./1.9-hashes.ts"
import { http19 } from "./1.9-http.ts"
import { queries19 } from "./1.9-queries.ts"
import { sessions19 } from "./1.9-sessions.ts"
import type { Rules } from "./rules.ts"

/** Appwrite 1.9.6 with MariaDB: what the services declare, as it is. */
export const rules19: Rules = {
  absentBelow: [],
  routes: {},
  errors: {},
  omits: {},
  http: http19,
  hashes: hashes19,
  sessions: sessions19,
  callers: callers19,
  queries: queries19,
  teams: {
    longestRole: 81,
    inviteRefusal: ({ confirm }) => (confirm ? new AppwriteError("membership_already_confirmed") : undefined),
    invited: {},
    mostOfUser: 25,
  },
  logs: { noteKeys: true, defaultLimit: 25, timeUnit: 1000, modeOfUsers: "default" },
  tellsCreatedUser: () => true,
  duplicate: () => serverFault("the database has such a record already"),
  searchOfIdentities: () => serverFault("identities have no search index"),
  // The targets of a page are loaded with one query, which takes no more users than this.
  mostUsersOnPage: 500,
  clearedPhone: null,
  emailOtpMakesTarget: true,
  documentIdsAreTexts: true,
  // In truth it is, but nobody can log in with either.
  hashesEmptyPassword: false,
  oldPassword: "anyLength",
  holderOfPhoneCode: (_call, user) => user,
  recoveryFactor: "recoveryCode",
  wrapsOAuth2Secrets: true,
  emails: emails19,
  isPhone,
  orNull: " or null",
  integer: checkInt32,
  passwordWeakness: strengthWeakness,
  redirectUrl: checkRedirectUri,
}
