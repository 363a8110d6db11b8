import type { Reason } from "./reason.ts"

const LOGINS = ["POST /account/sessions/*", "PUT /account/sessions/*"]

/** Why Appwrite 1.9 takes or refuses what 1.5 did not, where the two answers alone tell it. */
export const refusalReasons15: readonly Reason[] = [
  {
    since: "1.9",
    text: "Requests that only read are refused from unknown origins, too; before, only those that write.",
    after: ["403 general_unknown_origin"],
  },
  {
    since: "1.9",
    text: "Queries that are not written as the response format wants them are told so; before, they failed.",
    route: ["GET *"],
    before: ["500"],
    after: ["400 general_query_invalid"],
  },
  {
    since: "1.8.1",
    text: "Scrypt parameters are checked when a user is imported; before, the first login failed.",
    route: ["POST /users/scrypt*"],
    before: ["201"],
    after: ["500 general_unknown"],
  },
  {
    since: "1.8.1",
    text: "SHA-512/224 and SHA-512/256 can't be imported any more.",
    route: ["POST /users/sha"],
    before: ["201"],
    after: ["500 general_unknown"],
  },
  {
    since: "1.8.1",
    text: "Passwords are compared by the new hash library: imported SHA hashes are SHA-256 if nothing was said (before, SHA3-512), and a hash that can't be compared is no longer an error.",
    route: LOGINS,
    before: ["201", "401 user_invalid_credentials", "500 general_unknown"],
    after: ["201", "401 user_invalid_credentials"],
  },
  {
    since: "1.9",
    text: "A project can be told which ways to log in it has, and can have numbers with a fixed code.",
    before: ["201", "401 user_invalid_token"],
    after: ["501 user_auth_method_unsupported", "201"],
    route: LOGINS,
  },
  {
    since: "1.8.1",
    text: "The route is new, beside /account/mfa/challenge; before, a session that waits for its second factor was told only that.",
    route: ["* /account/mfa/challenges"],
    before: ["401 user_more_factors_required"],
  },
  {
    since: "1.9",
    text: "API keys can set the policies of a project, which are obeyed.",
    after: ["400 password_recently_used", "400 password_personal_data", "400 user_count_exceeded"],
  },
  {
    since: "1.9",
    text: "The old password is only compared, whatever its length.",
    route: ["PATCH /account/password"],
    before: ["400 general_argument_invalid"],
    after: ["401 user_invalid_credentials"],
  },
  {
    since: "1.9",
    text: "A name, an email or a phone may be null where a user is created, and is refused as a parameter where it is changed; before, both failed.",
    route: ["POST /users*", "PATCH /users/:userId/*"],
    before: ["500 general_unknown"],
    after: ["201", "400 general_argument_invalid"],
  },
  {
    since: "1.9",
    text: "Preferences with the name of an internal attribute can't be stored.",
    route: ["PATCH *prefs"],
    before: ["200"],
    after: ["500 general_unknown"],
  },
  {
    since: "1.8.1",
    text: "Queries know more methods, and name what is wrong in others' words; what the database can't do fails.",
    route: ["GET *"],
    before: ["400 general_argument_invalid", "500 general_unknown"],
    after: ["200", "400 general_query_invalid", "500 general_unknown"],
  },
  {
    since: "1.9",
    text: "The message has lost a doubled blank.",
    at: ["body.message"],
    before: ["401 team_invalid_secret"],
    after: ["401 team_invalid_secret"],
  },
  {
    since: "1.6.2",
    text: "What was just stored is seen at once; before, users' own lists came from a copy that was renewed late.",
    route: ["GET /users/:userId/memberships", "GET /account/sessions"],
    at: ["body.memberships*", "body.sessions*", "body.total"],
  },
  {
    since: "1.9",
    text: "The list of devices and programs that user agents are read by is a newer one.",
    at: ["body*deviceName", "body*deviceBrand", "body*deviceModel", "body*client*", "body*os*"],
  },
]
