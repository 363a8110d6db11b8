import { AppwriteError } from "../errors.ts"
import { decodeJson } from "../php/json-decode.ts"
import { isPhpArray, type PhpArray, phpGet } from "../php/value.ts"
import type { World } from "../world.ts"

/** What a JWT says: who, with which session, and until when (seconds since the epoch). */
export interface JwtClaims {
  readonly userId: string
  /** `""`: without a session. */
  readonly sessionId: string
  readonly exp: number
}

/** Signs a JWT. Appwrite 1.9: HS256, header and claims in this order. */
export async function signJwt(world: World, { userId, sessionId, exp }: JwtClaims): Promise<string> {
  const { SignJWT } = await import("jose")
  return new SignJWT({ userId, sessionId, exp })
    .setProtectedHeader({ typ: "JWT", alg: "HS256" })
    .sign(world.signingKey)
}

function refuse(reason: string): never {
  throw new AppwriteError("user_jwt_invalid", `Failed to verify JWT. ${reason}`)
}

function decodeSegment(segment: string): PhpArray {
  const value = decodeJson(Buffer.from(segment, "base64").toString())
  if (value === undefined) return refuse("JSON failed: Syntax error")
  return isPhpArray(value) ? value : []
}

/**
 * Verifies a JWT. The checks come in the order of the real server's, each with its own text.
 * @param leeway how long after its end it is good, in seconds.
 * @throws AppwriteError `user_jwt_invalid`
 */
export async function verifyJwt(world: World, jwt: string, leeway: number): Promise<JwtClaims> {
  const [header, payload, ...rest] = jwt.split(".")
  if (header === undefined || payload === undefined || rest.length === 0) {
    return refuse("Invalid token: Incomplete segments")
  }
  const algorithm = phpGet(decodeSegment(header), "alg")
  if (!algorithm) return refuse("Invalid token: Missing header algo")
  if (algorithm !== "HS256") return refuse("Invalid token: Unsupported header algo")
  const { compactVerify } = await import("jose")
  await compactVerify(jwt, world.signingKey, { algorithms: ["HS256"] }).catch(() =>
    refuse("Invalid token: Signature failed"),
  )
  const claims = decodeSegment(payload)
  const [userId, sessionId, exp] = [
    phpGet(claims, "userId"),
    phpGet(claims, "sessionId"),
    phpGet(claims, "exp"),
  ]
  if (typeof exp === "number" && world.clock.now() / 1000 - leeway >= exp)
    return refuse("Invalid token: Expired")
  return {
    userId: typeof userId === "string" ? userId : "",
    sessionId: typeof sessionId === "string" ? sessionId : "",
    exp: typeof exp === "number" ? exp : 0,
  }
}
