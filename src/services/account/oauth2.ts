import { type Call, type CallWith, endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { session as sessionModel } from "../../models/session.ts"
import { encodeJson } from "../../php/json-encode.ts"
import type { User } from "../../project/records/user.ts"
import { randomHex } from "../../store/randomness.ts"
import { factsOf } from "../create-user.ts"
import { logIn } from "../log-in.ts"
import { messageLink } from "../message-link.ts"
import { ownUser } from "../own-account.ts"
import { prepareSession, sessionAnswer } from "../sessions.ts"
import { insertToken } from "../tokens.ts"
import { type OAuth2Parameters, oauth2Parameters, personOf } from "./oauth2-parameters.ts"
import { wrapOAuth2Secret } from "./oauth2-secret.ts"
import { linkUser } from "./oauth2-user.ts"
import { newProviderTokens } from "./provider-tokens.ts"

const TOKEN_LENGTH = 64
const TOKEN_LIFETIME = 60

/** Where the client goes if it names no URLs: pages of the server's console. */
function ownPage({ request }: Call, outcome: "success" | "failure"): string {
  return `${request.https ? "https" : "http"}://${request.hostname}/console/auth/oauth2/${outcome}`
}

/**
 * Runs what a login writes, and sends the client on: to `success` with what the login gives it, or to `failure` with the
 * refusal in `error`, a JSON object.
 */
function sendOn(call: CallWith<OAuth2Parameters>, write: () => Readonly<Record<string, string>>): void {
  const { params, reply } = call
  try {
    const added = write()
    const url = params.success || ownPage(call, "success")
    reply.redirect(Object.keys(added).length === 0 ? url : messageLink(url, added))
  } catch (error) {
    if (!(error instanceof AppwriteError)) throw error
    const { message, type, status: code } = error
    const url = params.failure || ownPage(call, "failure")
    reply.redirect(messageLink(url, { error: encodeJson({ message, type, code }) }))
  }
}

const declaration = {
  method: "GET",
  scopes: ["sessions.write"],
  params: oauth2Parameters,
  rateLimit: { limit: 50, keys: [["ip"]] },
  status: 301,
  audit: "session.create",
} as const

/**
 * Appwrite 1.9: GET /v1/account/sessions/oauth2/:provider. Instead of a page of the provider the emulator believes the
 * query: `email`, `uid` and `name` say who logs in there, and the client is sent straight on to `success`, with the
 * session in cookies. The user and the identity that come of it are like real ones. A session that comes along is
 * replaced, and its user linked with the identity.
 * @example
 * GET /v1/account/sessions/oauth2/github?project=emulator&success=http://localhost/&email=ann@acme.com&uid=42&name=Ann
 */
export const createOAuth2Session = endpoint({
  ...declaration,
  path: "/account/sessions/oauth2/:provider",
  event: "users.[userId].sessions.[sessionId].create",
  action: async (call) => {
    const { caller, params, project, world } = call
    const person = personOf(params)
    const facts = await factsOf(person.email)
    const store = await prepareSession(call, {
      provider: person.provider,
      providerUid: person.uid,
      factors: ["email", "oauth2"],
    })
    return () =>
      sendOn(call, () => {
        const tokens = newProviderTokens(world)
        const user = linkUser(call, ownUserIfAny(call), person, facts, tokens)
        if (caller.role === "users" && caller.session !== null) {
          const before = project.database.sessions.find("$id", caller.session.$id)
          if (before !== undefined) project.database.sessions.remove(before)
        }
        const made = store(user)
        const session = project.database.sessions.replace({ ...made.session, ...tokens })
        logIn(call, user, { ...made, session })
        call.reply.concerns({ userId: user.$id, sessionId: session.$id })
        call.reply.tells(sessionModel, sessionAnswer(session, true))
        return {}
      })
  },
})

/**
 * Appwrite 1.9: GET /v1/account/tokens/oauth2/:provider: as with a session, but the client gets `userId` and `secret` in
 * the query of `success`, with which it makes a session by POST /v1/account/sessions/token within a minute.
 */
export const createOAuth2Token = endpoint({
  ...declaration,
  path: "/account/tokens/oauth2/:provider",
  event: "users.[userId].tokens.[tokenId].create",
  action: async (call) => {
    const { params, world } = call
    const person = personOf(params)
    const facts = await factsOf(person.email)
    const secret = randomHex(world.randomness, TOKEN_LENGTH)
    const wrapped = call.project.rules.wrapsOAuth2Secrets
      ? await wrapOAuth2Secret(world, secret, person.provider)
      : secret
    return () =>
      sendOn(call, () => {
        const user = linkUser(call, ownUserIfAny(call), person, facts, newProviderTokens(world))
        const token = insertToken(call, {
          userId: user.$id,
          type: "oauth2",
          secret,
          lifetime: TOKEN_LIFETIME,
        })
        call.reply.actsAs(user)
        call.reply.concerns({ userId: user.$id, tokenId: token.$id })
        return { userId: user.$id, secret: wrapped }
      })
  },
})

function ownUserIfAny(call: Call): User | undefined {
  return call.caller.role === "users" ? ownUser(call) : undefined
}
