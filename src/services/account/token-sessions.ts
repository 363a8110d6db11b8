import { type CallWith, endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { type SessionAnswer, session } from "../../models/session.ts"
import type { TokenType } from "../../project/records/token.ts"
import { asSecret } from "../../validators/as-secret.ts"
import { customId } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { alertOfSession, logIn } from "../log-in.ts"
import { type Login, prepareSession } from "../sessions.ts"
import { verifyToken } from "../tokens.ts"
import { type UserChanges, updateUser } from "../update-user.ts"
import { readOAuth2Secret } from "./oauth2-secret.ts"

/** What it means to log in with a token of some type. */
interface TokenLogin {
  readonly login: Pick<Login, "provider" | "factors">
  /** What the user has proven by it. */
  readonly proves: UserChanges
  /** Whether users are told of the session: not where the token came in a mail itself. */
  readonly alerts: boolean
}

/** Appwrite 1.9: the types of token that log in; the sessions of OAuth2 tokens are named after their provider. */
const LOGINS: Readonly<Partial<Record<TokenType, TokenLogin>>> = {
  magicUrl: {
    login: { provider: "magic-url", factors: ["email"] },
    proves: { emailVerification: true },
    alerts: false,
  },
  emailOtp: {
    login: { provider: "token", factors: ["email"] },
    proves: { emailVerification: true },
    alerts: false,
  },
  phone: {
    login: { provider: "phone", factors: ["phone"] },
    proves: { phoneVerification: true },
    alerts: true,
  },
  oauth2: { login: { provider: "oauth2", factors: ["email"] }, proves: {}, alerts: true },
  generic: { login: { provider: "token", factors: ["token"] }, proves: {}, alerts: true },
}

/** The routes are one: each of them takes tokens of every type. Blocked users get a session that is of no use. */
async function createTokenSession(
  call: CallWith<{ readonly userId: string; readonly secret: string }>,
  secretLength?: number,
): Promise<() => SessionAnswer> {
  const { project, params, world } = call
  const { users, tokens } = project.database
  const oauth2 = await readOAuth2Secret(world, params.secret)
  const secret = oauth2?.secret ?? params.secret
  const find = () => {
    const user = users.find("$id", params.userId)
    if (user === undefined) throw new AppwriteError("user_invalid_token")
    return { user, token: verifyToken(call, user, secret) }
  }
  const { type } = find().token
  const way = LOGINS[type]
  const mustBeWrapped = type === "oauth2" && project.rules.wrapsOAuth2Secrets
  if (way === undefined || mustBeWrapped !== (oauth2 !== undefined)) {
    throw new AppwriteError("user_invalid_token")
  }
  const store = await prepareSession(
    call,
    { providerUid: null, ...way.login, ...oauth2?.login },
    secretLength,
  )
  return () => {
    const { user, token } = find()
    const made = store(user)
    tokens.remove(token)
    const after = updateUser(call, user, way.proves)
    if (way.alerts) alertOfSession(call, after)
    return logIn(call, after, made)
  }
}

const declaration = {
  scopes: ["sessions.write"],
  groups: ["session"],
  params: { userId: required(customId()), secret: required(asSecret(text(256))) },
  audit: "session.create",
  event: "users.[userId].sessions.[sessionId].create",
  model: session,
} as const

/** Appwrite 1.9: POST /v1/account/sessions/token. */
export const createSession = endpoint({
  ...declaration,
  method: "POST",
  path: "/account/sessions/token",
  rateLimit: { limit: 10, keys: [["ip", "param-userId"]], resetOnSuccess: true },
  action: (call) => createTokenSession(call),
})

/** Appwrite 1.9: PUT /v1/account/sessions/magic-url. */
export const updateMagicUrlSession = endpoint({
  ...declaration,
  method: "PUT",
  path: "/account/sessions/magic-url",
  rateLimit: { limit: 10, keys: [["ip", "param-userId"]], resetOnSuccess: true },
  status: 201,
  action: (call) => createTokenSession(call, call.project.rules.sessions.magicUrlSecretLength),
})

/** Appwrite 1.9: PUT /v1/account/sessions/phone. */
export const updatePhoneSession = endpoint({
  ...declaration,
  method: "PUT",
  path: "/account/sessions/phone",
  rateLimit: { limit: 10, keys: [["ip", "param-userId"]] },
  status: 201,
  action: (call) => createTokenSession(call),
})
