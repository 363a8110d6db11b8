import type { Call } from "../endpoint.ts"
import type { Token } from "../project/records/token.ts"
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
  return project.database.tokens.insert({
    $id: world.uniqueId(),
    $createdAt: now,
    $updatedAt: now,
    userId: token.userId,
    type: token.type,
    secret: hashSecret(token.secret),
    expire: now + token.lifetime * 1000,
  })
}
