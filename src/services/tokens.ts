import type { Call } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import type { TokenAnswer } from "../models/token.ts"
import type { Token, TokenType } from "../project/records/token.ts"
import type { User } from "../project/records/user.ts"
import { hashSecret } from "./secrets.ts"

/** A token to be made. */
export interface NewToken extends Pick<Token, "userId" | "type"> {
  /** In the clear; only its hash is stored. */
  readonly secret: string
  /** Seconds. */
  readonly lifetime: number
}

/** Stores a token. */
export function insertToken({ world, project }: Pick<Call, "world" | "project">, token: NewToken): Token {
  const now = world.clock.now()
  return project.database.tokens.insert(($sequence) => ({
    $sequence,
    $id: world.uniqueId(),
    $createdAt: now,
    $updatedAt: now,
    userId: token.userId,
    type: token.type,
    secret: hashSecret(token.secret),
    expire: now + token.lifetime * 1000,
  }))
}

/** A token as the answer shows it that makes it, with its secret, which only API keys get to see. */
export function tokenAnswer(token: Token, secret: string, phrase = ""): TokenAnswer {
  return { ...token, secret, phrase }
}

/**
 * Finds a token of a user by its secret.
 * @param type without one, a token of any type will do.
 * @throws AppwriteError `user_invalid_token` if there is none, or if it has expired.
 */
export function verifyToken(
  { world, project }: Pick<Call, "world" | "project">,
  user: User,
  secret: string,
  type?: TokenType,
): Token {
  const hash = hashSecret(secret)
  const now = world.clock.now()
  const token = project.database.tokens
    .all("userId", user.$id)
    .find((one) => one.secret === hash && one.expire >= now && (type === undefined || one.type === type))
  if (token === undefined) throw new AppwriteError("user_invalid_token")
  return token
}
