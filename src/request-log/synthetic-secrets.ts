import { type SyntheticTexts, syntheticTexts } from "../contract/record/synthetic-text.ts"
import type { Project } from "../project/project.ts"
import { hasPasswordLength } from "../validators/password.ts"
import type { KeptExchange } from "./kept-exchanges.ts"
import { secretParameters } from "./sent-secrets.ts"

/** What tells how a password was hashed; it has to stay for the hash to be taken for one. */
const HASH_PREFIX = /^(?:\$argon2\w+\$v=\d+\$[^$]*\$|\$2\w\$\d+\$|\$[PH]\$.)?/

/**
 * The secrets that clients sent, each with the text that takes its place: passwords, codes and credentials by the
 * declarations of their routes, and API keys, JWTs and sessions by their headers.
 * @param seed the same one gives the same texts.
 */
export function syntheticSecrets(
  exchanges: readonly KeptExchange[],
  { id, keys }: Project,
  seed: string,
): readonly (readonly [real: string, synthetic: string])[] {
  const synthetic = syntheticTexts(seed)
  const secrets = new Set<string>(keys.keys())
  for (const exchange of exchanges) {
    const { request, shownSession } = exchange.arrival
    secrets.add(request.headers.get("x-appwrite-key") ?? "")
    const jwt = request.headers.get("x-appwrite-jwt") ?? ""
    secrets.add(jwt.split(".")[2] ?? jwt)
    secrets.add(shownSession.shown?.secret ?? request.headers.get("x-appwrite-session") ?? "")
    for (const [name, secret] of secretParameters(exchange)) {
      if (!(name === "password" && hangsOnItsText(exchange, secret))) secrets.add(secret)
    }
  }
  // The project's ID is replaced everywhere, by another text.
  return [...secrets]
    .filter((secret) => secret !== "" && secret !== id)
    .map((real) => [real, standIn(real, synthetic)])
}

/**
 * Whether the request was refused for what its password says, as one of the commonest: then it never became one, and nothing
 * else says the same.
 */
function hangsOnItsText({ error }: KeptExchange, password: string): boolean {
  if (error?.type === "password_personal_data") return true
  return (
    error?.type === "general_argument_invalid" &&
    error.message.startsWith("Invalid `password` param") &&
    hasPasswordLength(password)
  )
}

function standIn(real: string, synthetic: SyntheticTexts): string {
  const [prefix = ""] = HASH_PREFIX.exec(real) ?? []
  return prefix + synthetic.of(real.slice(prefix.length))
}
