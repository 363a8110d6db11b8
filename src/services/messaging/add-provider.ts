import type { CallWith } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { type PhpArray, PhpMap, type PhpValue, phpGet } from "../../php/value.ts"
import type { Provider } from "../../project/records/provider.ts"
import type { ProviderType } from "../../project/records/target.ts"
import { DuplicateError } from "../../store/collection.ts"
import { chosenId } from "../create-user.ts"

/** What a provider works with. */
export interface Configuration {
  readonly credentials: PhpArray
  readonly options: PhpArray
}

/** What a provider is. */
export interface Kind {
  /** `smtp`, `sendgrid`, `fcm`, … */
  readonly provider: string
  readonly type: ProviderType
  /** Credentials and options without which it can't be enabled. */
  readonly needs: readonly string[]
}

/** Values by name. */
export function all(values: Readonly<Record<string, PhpValue>>): PhpArray {
  return PhpMap.of(Object.keys(values), Object.values(values))
}

/** Values by name, without those that say nothing. PHP takes `"0"` for nothing, too. */
export function given(values: Readonly<Record<string, PhpValue>>): PhpArray {
  const said = Object.entries(values).filter(([, value]) => value !== null && value !== "" && value !== "0")
  return all(Object.fromEntries(said))
}

/**
 * Stores a new provider. Appwrite 1.9: it is enabled only if that was asked for and nothing is missing.
 * @throws AppwriteError `provider_already_exists`
 */
export function addProvider(
  { world, project, params }: CallWith<{ providerId: string; name: string; enabled: boolean | null }>,
  { provider, type, needs }: Kind,
  { credentials, options }: Configuration,
): Provider {
  const has = (name: string): boolean =>
    phpGet(credentials, name) !== undefined || Boolean(phpGet(options, name))
  const now = world.clock.now()
  try {
    return project.database.providers.insert({
      $id: chosenId(world, params.providerId),
      $createdAt: now,
      $updatedAt: now,
      name: params.name,
      provider,
      type,
      enabled: params.enabled === true && needs.every(has),
      credentials,
      options,
    })
  } catch (error) {
    throw error instanceof DuplicateError ? new AppwriteError("provider_already_exists") : error
  }
}
