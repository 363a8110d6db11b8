import type { UserAnswer } from "../models/user.ts"
import type { Project } from "../project/project.ts"
import type { Target } from "../project/records/target.ts"
import type { User } from "../project/records/user.ts"
import { recentValues } from "../recent-values.ts"

/** Appwrite 1.9: the targets of a user that are loaded with it. */
const MOST_TARGETS = 1000

/** The targets of a user, in order of creation. */
export function targetsOf({ database }: Project, user: User): Target[] {
  return database.targets.all("userId", user.$id).slice(0, MOST_TARGETS)
}

/** The latest answers about users. */
const answers = recentValues<User, UserAnswer>()

/** A user as answers show it: of a user who did not change, with the same targets, the same one again. */
export function userAnswer(
  project: Project,
  user: User,
  targets: readonly Target[] = targetsOf(project, user),
): UserAnswer {
  const known = answers.get(user)
  if (known !== undefined && areSame(known.targets, targets)) return known
  const answer = newAnswer(user, targets)
  answers.set(user, answer)
  return answer
}

function areSame(some: readonly Target[], others: readonly Target[]): boolean {
  return some.length === others.length && some.every((target, index) => target === others[index])
}

/** Written out, as an object that is spread and then added to takes ten times as long. */
function newAnswer(user: User, targets: readonly Target[]): UserAnswer {
  const { password, hash, hashOptions } = user.storedPassword
  return {
    $id: user.$id,
    $sequence: user.$sequence,
    $createdAt: user.$createdAt,
    $updatedAt: user.$updatedAt,
    name: user.name,
    password,
    hash,
    hashOptions,
    registration: user.registration,
    status: user.status,
    labels: user.labels,
    passwordUpdate: user.passwordUpdate,
    email: user.email,
    phone: user.phone,
    emailVerification: user.emailVerification,
    emailCanonical: user.emailCanonical,
    emailIsFree: user.emailIsFree,
    emailIsDisposable: user.emailIsDisposable,
    emailIsCorporate: user.emailIsCorporate,
    emailIsCanonical: user.emailIsCanonical,
    phoneVerification: user.phoneVerification,
    mfa: user.mfa,
    prefs: user.prefs,
    targets,
    accessedAt: user.accessedAt,
    impersonator: user.impersonator,
    impersonatorUserId: null,
  }
}
