import type { Ask } from "../contract/real-project/ask.ts"
import { listIn, messageOf, search } from "../contract/real-project/inventory.ts"
import type { SeedUser } from "../seed/seed-shape.ts"
import { TransferError } from "./transfer-error.ts"

/** What a user is known by. */
const NAMES = ["$id", "email", "phone"] as const

/** So many fit into a URL. */
const AT_ONCE = 25

/**
 * Which users of a seed a project has already: those whose ID, email or phone is taken there.
 * @returns by user of the seed: what of theirs is taken.
 * @throws TransferError if the project does not list its users.
 */
export async function existingUsers(
  ask: Ask,
  users: readonly SeedUser[],
): Promise<ReadonlyMap<SeedUser, string>> {
  const existing = new Map<SeedUser, string>()
  for (const name of NAMES) {
    const known = users.filter((user) => user[name] !== undefined && user[name] !== "unique()")
    for (let start = 0; start < known.length; start += AT_ONCE) {
      const some = known.slice(start, start + AT_ONCE)
      const taken = await takenOf(
        ask,
        name,
        some.flatMap((user) => folded(user[name]) ?? []),
      )
      for (const user of some) {
        if (!existing.has(user) && taken.has(folded(user[name]))) existing.set(user, NAMES_IN_WORDS[name])
      }
    }
  }
  return existing
}

const NAMES_IN_WORDS = { $id: "ID", email: "email", phone: "phone" } as const

/** Appwrite 1.9 compares all three without case. */
function folded(text: unknown): string | undefined {
  return typeof text === "string" ? text.toLowerCase() : undefined
}

async function takenOf(ask: Ask, name: string, values: readonly string[]) {
  const equal = { method: "equal", attribute: name, values: [...values] }
  const limit = { method: "limit", values: [AT_ONCE] }
  const answer = await ask("GET", `/users?${search([equal, limit])}`)
  if (answer.status !== 200)
    throw new TransferError(`The project does not list its users: ${messageOf(answer)}`)
  return new Set(listIn(answer, "users").map((user) => folded(user[name])))
}
