import { endpoint } from "../../endpoint.ts"
import { AppwriteError, serverFault } from "../../errors.ts"
import { jwt } from "../../models/jwt.ts"
import { range } from "../../validators/integer.ts"
import { optional } from "../../validators/parameter.ts"
import { signJwt } from "../jwt.ts"
import { accountCaller } from "../own-account.ts"

/** Appwrite 1.9: POST /v1/account/jwts, for `duration` seconds. It is good as long as the session that asks for it. */
export const createJwt = endpoint({
  method: "POST",
  path: "/account/jwts",
  aliases: ["/account/jwt"],
  scopes: ["account"],
  authMethod: "JWT",
  rateLimit: { limit: 120, seconds: 60, keys: [["url", "userId"]] },
  params: { duration: optional(range(0, 3600), 900) },
  model: jwt,
  action: async (call) => {
    const { world, params } = call
    const { user, session } = accountCaller(call)
    if (session === null) throw new AppwriteError("user_session_not_found")
    if (params.duration === 0) throw serverFault("a JWT must live longer than 0 seconds")
    const signed = await signJwt(world, {
      userId: user.$id,
      sessionId: session.$id,
      exp: Math.floor(world.clock.now() / 1000) + params.duration,
    })
    return () => ({ jwt: signed })
  },
})
