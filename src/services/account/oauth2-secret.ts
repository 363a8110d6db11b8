import { decodeJson } from "../../php/json-decode.ts"
import { isPhpArray, phpGet } from "../../php/value.ts"
import type { World } from "../../world.ts"

/** What is wrapped up in the secret of an OAuth2 token. */
export interface OAuth2Secret {
  /** Of the token. */
  readonly secret: string
  /** The session is named after the provider. */
  readonly login: { readonly provider: string }
}

/** Appwrite 1.9: the secret of an OAuth2 token goes to the client in a JWT of the server, with its provider. */
export async function wrapOAuth2Secret(world: World, secret: string, provider: string): Promise<string> {
  const { SignJWT } = await import("jose")
  return new SignJWT({ secret, provider })
    .setProtectedHeader({ typ: "JWT", alg: "HS256" })
    .sign(world.signingKey)
}

/** @returns `undefined` for a secret that is none of OAuth2, or not of this server. */
export async function readOAuth2Secret(world: World, text: string): Promise<OAuth2Secret | undefined> {
  if (text.split(".").length !== 3) return undefined
  const { compactVerify } = await import("jose")
  const verified = await compactVerify(text, world.signingKey, { algorithms: ["HS256"] }).catch(
    () => undefined,
  )
  const claims = verified && decodeJson(Buffer.from(verified.payload).toString())
  if (claims === undefined || !isPhpArray(claims)) return undefined
  const [secret, provider] = [phpGet(claims, "secret"), phpGet(claims, "provider")]
  return typeof secret === "string" && typeof provider === "string"
    ? { secret, login: { provider } }
    : undefined
}
