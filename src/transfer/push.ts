import { isJsonObject } from "../contract/json-value.ts"
import type { Ask } from "../contract/real-project/ask.ts"
import { messageOf } from "../contract/real-project/inventory.ts"
import type { Answer } from "../contract/transcript.ts"
import type { Seed, SeedTeam } from "../seed/seed-shape.ts"
import { existingUsers } from "./existing-users.ts"
import { planUser, type UserPlan } from "./plan-user.ts"
import { jsonOf, type PlannedRequest } from "./planned-request.ts"
import { TransferError } from "./transfer-error.ts"

/** A user of the seed, and what is to become of them. */
export type PushStep =
  | { readonly kind: "create"; readonly plan: UserPlan }
  | { readonly kind: "skip"; readonly plan: UserPlan; readonly taken: string }

/** What a push would do. */
export interface PushPlan {
  readonly teams: readonly SeedTeam[]
  readonly steps: readonly PushStep[]
}

/** What became of one request: refused ones tell why. */
interface Refused {
  /** Whom and what it was about, for people. */
  readonly what: string
  readonly why: string
}

/** What a push has done. */
export interface Pushed {
  readonly created: number
  readonly skipped: number
  readonly refused: readonly Refused[]
}

/**
 * Finds out what a push would do: asks the project which users it has, and changes nothing.
 * @throws TransferError
 */
export async function planPush(ask: Ask, { users = [], teams = [] }: Seed): Promise<PushPlan> {
  const existing = await existingUsers(ask, users)
  const steps = users.map((user): PushStep => {
    const plan = planUser(user)
    const taken = existing.get(user)
    return taken === undefined ? { kind: "create", plan } : { kind: "skip", plan, taken }
  })
  return { teams, steps }
}

/**
 * Carries out what was planned. What the project refuses is noted, and the rest goes on.
 * @param onProgress is told how many users are done.
 * @throws TransferError if the key may not do this at all.
 */
export async function push(
  ask: Ask,
  { teams, steps }: PushPlan,
  onProgress: (users: number) => void,
): Promise<Pushed> {
  const refused: Refused[] = []
  let created = 0
  let done = 0
  for (const team of teams) await pushTeam(ask, team, refused)
  for (const step of steps) {
    if (step.kind === "create" && (await pushUser(ask, step.plan, refused))) created += 1
    done += 1
    onProgress(done)
  }
  return { created, skipped: steps.filter(({ kind }) => kind === "skip").length, refused }
}

async function pushTeam(
  ask: Ask,
  { $id = "unique()", name, prefs }: SeedTeam,
  refused: Refused[],
): Promise<void> {
  const answer = await ask("POST", "/teams", { teamId: $id, name })
  checkKey(answer)
  // A team that is there already will do; what it holds stays.
  if (answer.status === 409) return
  if (!isDone(answer)) refused.push({ what: `team ${$id}`, why: messageOf(answer) })
  else if (prefs !== undefined) {
    const set = await ask("PUT", `/teams/${encodeURIComponent(idIn(answer))}/prefs`, { prefs: jsonOf(prefs) })
    if (!isDone(set)) refused.push({ what: `team ${$id}, prefs`, why: messageOf(set) })
  }
}

/** @returns whether the user was created. */
async function pushUser(
  ask: Ask,
  { user, creation, further }: UserPlan,
  refused: Refused[],
): Promise<boolean> {
  const who = user.$id ?? user.email ?? user.phone ?? "a user without ID"
  const answer = await ask(creation.method, creation.path, creation.body)
  checkKey(answer)
  if (!isDone(answer)) {
    refused.push({ what: who, why: messageOf(answer) })
    return false
  }
  const userId = idIn(answer)
  for (const request of further) {
    const set = await ask(
      request.method,
      request.path.replace(":userId", encodeURIComponent(userId)),
      bodyFor(request, userId),
    )
    if (!isDone(set)) refused.push({ what: `${who}, ${request.what}`, why: messageOf(set) })
  }
  return true
}

function bodyFor({ body }: PlannedRequest, userId: string) {
  return body.userId === ":userId" ? { ...body, userId } : body
}

function idIn({ body }: Answer): string {
  const $id = isJsonObject(body) ? body.$id : undefined
  return typeof $id === "string" ? $id : ""
}

function isDone({ status }: Answer): boolean {
  return status >= 200 && status < 300
}

/** What is refused for the key's sake will be refused for all. */
function checkKey(answer: Answer): void {
  const type = isJsonObject(answer.body) ? answer.body.type : undefined
  if (answer.status === 401 || type === "project_not_found") throw new TransferError(messageOf(answer))
}
