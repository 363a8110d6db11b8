import type { CallWith } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { type PhpArray, PhpMap, type PhpValue, phpGet } from "../../php/value.ts"
import type { Provider } from "../../project/records/provider.ts"
import { DuplicateError } from "../../store/collection.ts"
import { chosenId } from "../create-user.ts"
import type { Kind } from "./kinds.ts"

/** What a provider works with. */
export interface Configuration {
  readonly credentials: PhpArray
  readonly options: PhpArray
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

/** What a provider lacks of what it needs to be enabled. */
export function missingNeeds({ needs }: Kind, { credentials, options }: Configuration): string[] {
  return needs.filter((name) => phpGet(credentials, name) === undefined && !phpGet(options, name))
}

/**
 * Stores a new provider. Appwrite 1.9: it is enabled only if that was asked for and nothing is missing.
 * @throws AppwriteError `provider_already_exists`
 */
export function addProvider(
  { world, project, params }: CallWith<{ providerId: string; name: string; enabled: boolean | null }>,
  kind: Kind,
  configuration: Configuration,
): Provider {
  const now = world.clock.now()
  try {
    return project.database.providers.insert(($sequence) => ({
      $sequence,
      $id: chosenId(world, params.providerId),
      $createdAt: now,
      $updatedAt: now,
      name: params.name,
      provider: kind.provider,
      type: kind.type,
      enabled: params.enabled === true && missingNeeds(kind, configuration).length === 0,
      ...configuration,
    }))
  } catch (error) {
    throw error instanceof DuplicateError ? new AppwriteError("provider_already_exists") : error
  }
}
