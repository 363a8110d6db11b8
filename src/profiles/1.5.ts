import { AppwriteError } from "../errors.ts"
import { hasPhoneForm } from "../phones/phone.ts"
import { checkInteger } from "../validators/integer.ts"
import { checkRedirectHost } from "../validators/redirect-url.ts"
import { afterAnswer15 } from "./1.5-after-answer.ts"
import { callers15 } from "./1.5-callers.ts"
import { deleteMfaAuthenticator } from "./1.5-delete-authenticator.ts"
import { emails15 } from "./1.5-emails.ts"
import { hashes15 } from "./1.5-hashes.ts"
import { http15 } from "./1.5-http.ts"
import { queries15 } from "./1.5-queries.ts"
import { sessions15 } from "./1.5-sessions.ts"
import type { Rules } from "./rules.ts"

/** Appwrite 1.5.11: all that differs from 1.9. */
export const rules15: Rules = {
  absentBelow: ["/project"],
  routes: {
    "GET /ping": "absent",
    "PATCH /users/:userId/impersonator": "absent",
    "POST /users/:userId/jwts": "absent",
    "POST /messaging/providers/resend": "absent",
    "POST /messaging/providers/ses": "absent",
    "POST /account/jwts": {
      path: "/account/jwt",
      aliases: [],
      unknown: ["duration"],
      rateLimit: { limit: 100, keys: [["url", "userId"]] },
    },
    "POST /account/mfa/challenges": { path: "/account/mfa/challenge", aliases: [], status: 200 },
    "PUT /account/mfa/challenges": { path: "/account/mfa/challenge", aliases: [], showsSecrets: true },
    "POST /account/mfa/recovery-codes": { status: 200 },
    "DELETE /account/mfa/authenticators/:type": deleteMfaAuthenticator,
    "DELETE /account/targets/:targetId/push": { unlogged: true },
    "POST /account/verifications/email": { path: "/account/verification", aliases: [] },
    "PUT /account/verifications/email": { path: "/account/verification", aliases: [], showsSecrets: true },
    "POST /account/verifications/phone": { path: "/account/verification/phone", aliases: [] },
    "PUT /account/verifications/phone": {
      path: "/account/verification/phone",
      aliases: [],
      showsSecrets: true,
    },
    "GET /account/identities": { unknown: ["total"] },
    "GET /account/logs": { unknown: ["total"] },
    "GET /messaging/providers": { unknown: ["total"] },
    "GET /teams": { unknown: ["total"] },
    "GET /teams/:teamId/logs": { unknown: ["total"] },
    "GET /teams/:teamId/memberships": { unknown: ["total"] },
    "PATCH /account/sessions/:sessionId": { showsSecrets: true },
    "POST /account/sessions/email": { rateLimit: { limit: 10, keys: [["url", "param-email"]] } },
    "POST /account/sessions/token": { rateLimit: { limit: 10, keys: [["ip", "param-userId"]] } },
    "PUT /account/sessions/magic-url": { rateLimit: { limit: 10, keys: [["ip", "param-userId"]] } },
    "POST /account/tokens/email": { rateLimit: { limit: 10, keys: [["url", "param-email"]] } },
    "PUT /account/recovery": { showsSecrets: true },
    "GET /users": { unknown: ["total"] },
    "POST /users": { notNull: ["name"] },
    "POST /users/argon2": { notNull: ["name"] },
    "POST /users/bcrypt": { notNull: ["name"] },
    "POST /users/md5": { notNull: ["name"] },
    "POST /users/phpass": { notNull: ["name"] },
    "POST /users/scrypt": { notNull: ["name"] },
    "POST /users/scrypt-modified": { notNull: ["name"] },
    "POST /users/sha": { notNull: ["name"] },
    "PATCH /users/:userId/email": { notNull: ["email"] },
    "GET /users/identities": { unknown: ["total"] },
    "GET /users/:userId/logs": { unknown: ["total"] },
    "GET /users/:userId/memberships": { unknown: ["queries", "search", "total"] },
    "GET /users/:userId/sessions": { scopes: ["users.read"], unknown: ["total"] },
    "POST /users/:userId/sessions": { scopes: ["users.write"] },
    "DELETE /users/:userId/sessions": { scopes: ["users.write"] },
    "DELETE /users/:userId/sessions/:sessionId": { scopes: ["users.write"] },
    "GET /users/:userId/targets": { scopes: ["targets.read"], unknown: ["total"] },
    "POST /users/:userId/targets": { scopes: ["targets.write"] },
    "GET /users/:userId/targets/:targetId": { scopes: ["targets.read"] },
    "PATCH /users/:userId/targets/:targetId": { scopes: ["targets.write"] },
    "DELETE /users/:userId/targets/:targetId": { scopes: ["targets.write"] },
  },
  errors: {
    general_route_not_found: {
      message: "The requested route was not found. Please refer to the API docs and try again.",
    },
    user_blocked: {
      status: 401,
      message: `The current user has been blocked. You can unblock the user by making a request to the User API's "Update User Status" endpoint or in the Appwrite Console's Auth section.`,
    },
    user_email_not_verified: { status: 500, message: "Server Error" },
    user_phone_not_verified: { status: 500, message: "Server Error" },
    user_email_not_found: { status: 500, message: "Server Error" },
    team_invalid_secret: {
      message: "The team invitation secret is invalid. Please request  a new invitation and try again.",
    },
  },
  omits: {
    user: [
      "emailCanonical",
      "emailIsFree",
      "emailIsDisposable",
      "emailIsCorporate",
      "emailIsCanonical",
      "impersonator",
      "impersonatorUserId",
    ],
    account: [
      "emailCanonical",
      "emailIsFree",
      "emailIsDisposable",
      "emailIsCorporate",
      "emailIsCanonical",
      "impersonator",
      "impersonatorUserId",
    ],
    target: ["expired"],
    membership: ["userPhone", "userAccessedAt"],
    log: ["userType"],
  },
  http: http15,
  hashes: hashes15,
  sessions: sessions15,
  callers: callers15,
  queries: queries15,
  teams: {
    longestRole: 36,
    inviteRefusal: () => new AppwriteError("team_invite_already_exists"),
    invited: { unseen: true },
    mostOfUser: 1000,
  },
  logs: { noteKeys: false, defaultLimit: 5000, timeUnit: 1, modeOfUsers: "" },
  afterAnswer: afterAnswer15,
  tellsCreatedUser: (audit) => audit === "user.create",
  duplicate: () => new AppwriteError("document_already_exists"),
  searchOfIdentities: () =>
    new AppwriteError("general_query_invalid", "Invalid query: Attribute not found in schema: search"),
  mostUsersOnPage: Number.POSITIVE_INFINITY,
  clearedPhone: "",
  emailOtpMakesTarget: false,
  documentIdsAreTexts: false,
  hashesEmptyPassword: true,
  oldPassword: "checked",
  // Whoever is not logged in has no codes.
  holderOfPhoneCode({ caller }) {
    if (caller.role !== "users") throw new AppwriteError("user_invalid_token")
    return caller.user
  },
  recoveryFactor: "recoverycode",
  wrapsOAuth2Secrets: false,
  emails: emails15,
  isPhone: hasPhoneForm,
  orNull: "",
  integer: checkInteger,
  passwordWeakness: () => undefined,
  redirectUrl: checkRedirectHost,
}
