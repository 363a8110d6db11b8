import type { DatabaseState } from "../../src/project/database-state.ts"
import { indexKey } from "../../src/store/collation.ts"
import type { CollectionState } from "../../src/store/collection.ts"
import type { Document } from "../../src/store/document.ts"
import type { IndexedText } from "../../src/store/unique-index.ts"

/** Where a collection's indexes and its records disagree, in words. */
function disagreements<R extends Document>(
  name: string,
  { records, unique, shared, lastSequence }: CollectionState<R>,
  indexed: Readonly<Record<string, IndexedText<R>>> = {},
): string[] {
  const found: string[] = []
  const texts: Readonly<Record<string, IndexedText<R>>> = { $id: ({ $id }) => $id, ...indexed }
  for (const index of [...unique.keys(), ...shared.keys()]) {
    if (texts[index] === undefined) found.push(`${name}: nothing is known of the index ${index}`)
  }
  for (const [index, textOf] of Object.entries(texts)) {
    const held = [...records.values()].filter((record) => textOf(record) !== null)
    const single = unique.get(index)
    const entries = single?.size ?? shared.get(index)?.size
    if (entries !== held.length) {
      found.push(`${name}: the index ${index} has ${entries} entries for ${held.length} records`)
    }
    for (const record of held) {
      const key = indexKey(textOf(record) ?? "")
      const { $id, $sequence } = record
      const isFound =
        single === undefined
          ? shared.get(index)?.has({ key, sequence: $sequence })
          : single.get(key) === $sequence
      if (!isFound) found.push(`${name}: ${$id} is not found by its ${index}`)
    }
  }
  for (const [sequence, record] of records.entries()) {
    if (sequence !== record.$sequence || sequence > lastSequence)
      found.push(`${name}: ${record.$id} has a wrong number`)
    if (!Object.isFrozen(record)) found.push(`${name}: ${record.$id} could be changed in place`)
  }
  return found
}

const userId = (record: { readonly userId: string }) => record.userId

/** Where the indexes of a project and its records disagree, in words; empty if all is well. */
export function brokenIndexes(state: DatabaseState): string[] {
  return [
    ...disagreements("keys", state.keys, { secret: ({ secret }) => secret }),
    ...disagreements("users", state.users, { email: ({ email }) => email, phone: ({ phone }) => phone }),
    ...disagreements("targets", state.targets, { identifier: ({ identifier }) => identifier, userId }),
    ...disagreements("sessions", state.sessions, { secret: ({ secret }) => secret, userId }),
    ...disagreements("tokens", state.tokens, { userId }),
    ...disagreements("identities", state.identities, {
      providerUid: ({ provider, providerUid }) => `${provider} ${providerUid}`,
      providerEmail: ({ providerEmail }) => providerEmail,
      userId,
    }),
    ...disagreements("authenticators", state.authenticators, { userId }),
    ...disagreements("challenges", state.challenges, { userId }),
    ...disagreements("teams", state.teams),
    ...disagreements("memberships", state.memberships, {
      teamMember: (record) => `${record.teamId} ${record.userId}`,
      teamId: ({ teamId }) => teamId,
      userId,
    }),
    ...disagreements("messages", state.messages),
    ...disagreements("logs", state.logs, {
      userSequence: ({ userSequence }) => (userSequence === null ? null : String(userSequence)),
      resource: ({ resource }) => resource,
    }),
    ...disagreements("providers", state.providers),
  ]
}
