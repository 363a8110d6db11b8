import { sameSecret } from "../same-secret.ts"
import type { Project } from "./project.ts"

/** What an API key may do: everything, or what its scopes say. */
export type KeyScopes = "all" | ReadonlySet<string>

/** An API key of a project. */
export interface ApiKey {
  readonly name: string
  readonly secret: string
  readonly scopes: KeyScopes
  /** Milliseconds since the epoch; `null`: never. */
  readonly expire: number | null
}

/** A key of the emulator's that may do everything, for ever. */
export function fullKey(secret: string): ApiKey {
  return { name: "Emulator", secret, scopes: "all", expire: null }
}

/**
 * Appwrite 1.9: what stands for a key where the server names a caller by their email.
 * @param hostname of the request.
 */
export function keyEmail(projectId: string, hostname: string): string {
  return `app.${projectId}@service.${hostname}`
}

/** The key with this secret: one that the project was set up with, or one that was made over the API. */
export function findKey({ keys, database }: Project, secret: string): ApiKey | undefined {
  const known = keys.get(secret)
  if (known !== undefined) return known
  const made = database.keys.find("secret", secret)
  // The database compares without case, a secret is compared exactly.
  return made !== undefined && sameSecret(secret, made.secret)
    ? { ...made, scopes: new Set(made.scopes) }
    : undefined
}
