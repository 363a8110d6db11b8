import type { EmailFacts } from "../../emails/facts.ts"
import type { Call } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import type { Identity } from "../../project/records/identity.ts"
import type { User } from "../../project/records/user.ts"
import { insertOwnTarget, insertUser, isEmailOfIdentity } from "../create-user.ts"
import { noPassword } from "../new-password.ts"
import { updateUser } from "../update-user.ts"
import { checkUserLimit } from "../user-limit.ts"
import type { OAuth2Person } from "./oauth2-parameters.ts"
import type { ProviderTokens } from "./provider-tokens.ts"

/**
 * Appwrite 1.9: who logs in at a provider is the user whose session came along; else the one whom the identity belongs
 * to; else the one with the same email; else a new one, whose email counts as verified. The identity is made, or gets
 * the new tokens.
 * @param own the user whose session came along.
 * @throws AppwriteError `user_already_exists` for an identity of somebody else, `user_blocked`, `user_count_exceeded`,
 * `user_email_already_exists`
 */
export function linkUser(
  call: Call,
  own: User | undefined,
  person: OAuth2Person,
  facts: EmailFacts,
  tokens: ProviderTokens,
): User {
  const { identities, users } = call.project.database
  const identity = identities.find("providerUid", `${person.provider} ${person.uid}`)
  const owner = identity === undefined ? undefined : users.find("$id", identity.userId)
  if (own !== undefined && owner !== undefined && owner.$id !== own.$id) {
    throw new AppwriteError("user_already_exists")
  }
  const user = own ?? owner ?? users.find("email", person.email) ?? insertOAuth2User(call, person, facts)
  if (!user.status) throw new AppwriteError("user_blocked")
  storeIdentity(call, user, person, identity, tokens)
  return user.name === "" ? updateUser(call, user, { name: person.name }) : user
}

function insertOAuth2User(call: Call, { email, name }: OAuth2Person, emailFacts: EmailFacts): User {
  const { project, world } = call
  checkUserLimit(project)
  if (isEmailOfIdentity(project, email)) throw new AppwriteError("user_email_already_exists")
  const user = insertUser(call, {
    $id: world.uniqueId(),
    name,
    email,
    phone: null,
    storedPassword: noPassword(project.rules, "account"),
    emailFacts,
    remembersPassword: false,
    accessedAt: world.clock.now(),
  })
  insertOwnTarget(call, user, "email", email)
  return updateUser(call, user, { emailVerification: true })
}

function storeIdentity(
  { world, project }: Call,
  user: User,
  person: OAuth2Person,
  before: Identity | undefined,
  tokens: ProviderTokens,
): void {
  const { identities } = project.database
  const now = world.clock.now()
  if (before !== undefined) {
    identities.replace({ ...before, ...tokens, providerEmail: person.email, $updatedAt: now })
    return
  }
  identities.insert(($sequence) => ({
    $sequence,
    $id: world.uniqueId(),
    $createdAt: now,
    $updatedAt: now,
    userId: user.$id,
    provider: person.provider,
    providerUid: person.uid,
    providerEmail: person.email,
    ...tokens,
  }))
}
