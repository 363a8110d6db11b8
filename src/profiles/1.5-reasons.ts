import { refusalReasons15 } from "./1.5-refusal-reasons.ts"
import type { Reason } from "./reason.ts"

const LISTS = ["GET /users", "GET /users/identities", "GET /users/:userId/targets", "GET /teams*"]

/** Why Appwrite 1.9 answers otherwise than 1.5. Of those that fit the first one counts. */
export const reasons15: readonly Reason[] = [
  {
    since: "1.6.2",
    text: "The route is new: JWTs for users are made by API keys, too.",
    route: ["POST /users/:userId/jwts"],
    before: ["404 general_route_not_found"],
  },
  {
    since: "1.9",
    text: "The route is new.",
    before: ["404 general_route_not_found"],
    after: ["2*", "4*", "5*"],
    at: ["status"],
  },
  {
    since: "1.9.0",
    text: "Requests for which there is no route are answered with an HTML page, and another text.",
    after: ["404"],
    before: ["404 general_route_not_found"],
  },
  {
    since: "1.6.2",
    text: "A wrong API key is told as such; before, it counted as none.",
    before: ["401 general_unauthorized_scope"],
    after: ["401 user_unauthorized"],
  },
  {
    since: "1.9.0",
    text: "With an API key the project must be named in the header X-Appwrite-Project.",
    after: ["403 project_id_missing"],
  },
  {
    since: "1.9",
    text: "With an API key beside a session the key counts; before, the two were refused together.",
    before: ["403 user_key_and_session_set"],
  },
  {
    since: "1.9.0",
    text: "A JWT beside a session is refused; before, the JWT counted.",
    after: ["403 user_jwt_and_cookie_set"],
  },
  {
    since: "1.8.1",
    text: "The message names all scopes of which one would do.",
    at: ["body.message"],
    after: ["401 general_unauthorized_scope"],
  },
  {
    since: "1.9.0",
    text: "Blocked users are told so with status 403 and a shorter text.",
    after: ["403 user_blocked"],
  },
  {
    since: "1.9.5",
    text: "A user keeps any number of sessions; before, a new project ended all but the latest ten.",
    before: ["401 general_unauthorized_scope"],
    after: ["2*"],
  },
  {
    since: "1.8.1",
    text: "A changed password ends the user's sessions, unless the project does not want that.",
    before: ["2*"],
    after: ["401 general_unauthorized_scope"],
  },
  {
    since: "1.6.2",
    text: "An authenticator is deleted by whoever has just solved a challenge, without a code.",
    route: ["DELETE /account/mfa/authenticators/:type"],
  },
  {
    since: "1.9",
    text: "What is created is answered with status 201.",
    route: ["POST /account/mfa/*"],
    at: ["status"],
    before: ["200"],
    after: ["201"],
  },
  {
    since: "1.6.2",
    text: "A session that a server makes can be used: its secret is one that clients show, its factor is `server`, and it is listed at once.",
    route: ["* /users/:userId/sessions*"],
    at: ["body.secret", "body.factors*", "body.sessions*", "body.total"],
  },
  {
    since: "1.8.1",
    text: "Secrets are shown to API keys only.",
    at: ["body.secret", "body.sessions*secret"],
  },
  {
    since: "1.8.1",
    text: "Beside hashes stands what the new hash library was set to: memory_cost and time_cost in the place of memoryCost and timeCost, and the options of imported hashes.",
    at: ["body*hashOptions*"],
  },
  {
    since: "1.8.1",
    text: "Users who change their password themselves get a hash of another cost (7168 KiB, 5 passes, 1 thread).",
    at: ["body*password"],
  },
  {
    since: "1.8.1",
    text: "Users have what the server finds out about their email address.",
    at: ["body*emailCanonical", "body*emailIs*"],
  },
  { since: "1.9.0", text: "Users can act in others' names.", at: ["body*impersonator*"] },
  { since: "1.6.2", text: "Targets tell whether they have expired.", at: ["body*expired"] },
  {
    since: "1.9.5",
    text: "Memberships have the phone and the last access of their user.",
    at: ["body*userPhone", "body*userAccessedAt"],
  },
  {
    since: "1.6.2",
    text: "What members of a team see of each other is up to the project, and by default nothing.",
    route: ["GET /teams/:teamId/memberships*"],
    at: ["body*userName", "body*userEmail", "body*userId", "body*mfa"],
  },
  {
    since: "1.9.5",
    text: "Logs tell the type of user and the mode, and the time to the second.",
    at: ["body*userType", "body*mode", "body*time"],
  },
  {
    since: "1.9",
    text: "Logs are listed in pages of 25, if nobody asks for more.",
    route: ["GET *logs"],
  },
  {
    since: "1.9",
    text: "`accessedAt` moves with a user's first own request, not with the login; `$updatedAt` moves with it.",
    at: ["body*accessedAt", "body*$updatedAt"],
  },
  { since: "1.9", text: "A user who comes by a code in a mail has a target.", at: ["body*targets*"] },
  {
    since: "1.9",
    text: "Access-Control-Allow-Origin is sent only to pages that may read the answer.",
    at: ["headers.access-control-allow-origin"],
  },
  { since: "1.9", text: "The attributes of cookies are spelled HttpOnly and SameSite.", at: ["cookies*"] },
  {
    since: "1.9",
    text: "X-Fallback-Cookies comes once for each session that ends.",
    at: ["headers.x-fallback-cookies"],
  },
  {
    since: "1.8.1",
    text: "Lists take more queries: not…, containsAny, containsAll, $sequence, and more values of one.",
    route: LISTS,
    before: ["400 general_argument_invalid"],
    after: ["200"],
  },
  {
    since: "1.6.2",
    text: "A cursor whose record has no value in an order attribute is told.",
    after: ["400 database_query_order_null"],
  },
  {
    since: "1.7.4",
    text: "What the database refuses and a route does not expect is answered with status 500.",
    before: ["409 document_already_exists", "400 general_query_invalid"],
    after: ["500 general_unknown"],
  },
  {
    since: "1.6.2",
    text: "Who was invited and has not accepted is invited anew; who has accepted is told by another type.",
    before: ["409 team_invite_already_exists"],
  },
  {
    since: "1.9.0",
    text: "A phone that a server clears is stored as null, which any number of users may have.",
    route: ["PATCH /users/:userId/phone"],
  },
  {
    since: "1.8.1",
    text: "Blanks around an email address are taken.",
    before: ["400 general_argument_invalid"],
    after: ["2*", "409*"],
  },
  {
    since: "1.6.2",
    text: "A phone number must begin with a calling code that there is.",
    before: ["2*"],
    after: ["400 general_argument_invalid"],
  },
  {
    since: "1.8.1",
    text: "The message about a refused parameter is another one.",
    at: ["body.message"],
    before: ["400 general_argument_invalid"],
  },
  ...refusalReasons15,
]
