import { browserOf, withoutWarnings } from "./browser.ts"
import { callOf } from "./call-way.ts"
import { aliasOf, type InstalledClient } from "./client.ts"
import { type Connection, callOn, connect } from "./connect.ts"
import { declaredMethods, type Way } from "./declared/declared-methods.ts"
import { mismatches } from "./declared/shape.ts"
import { missingIn } from "./holds.ts"
import type { ClientReport, Outcome } from "./outcome.ts"
import { accountPlan } from "./plans/account.ts"
import type { Arguments, Plan } from "./plans/plan.ts"
import { usersPlan } from "./plans/users.ts"
import type { Profile } from "./profile.ts"
import { type RefusedRoute, refusedRoute } from "./refused-routes.ts"
import { openStage, type Stage } from "./stage.ts"
import { gapAt } from "./type-gaps.ts"

/** All that calls of one client share. */
interface Setting {
  readonly client: InstalledClient
  readonly profile: Profile
  readonly plan: Plan
  readonly stage: Stage
  readonly connection: Connection
  readonly common: Arguments
  readonly storage: Map<string, string>
  readonly gaps: Set<string>
}

/** Has a client call every method that its class and its types have, in every way that they can be called. */
export async function runClient(client: InstalledClient, profile: Profile): Promise<ClientReport> {
  const plan = client.name === "appwrite" ? accountPlan : usersPlan
  await using stage = await openStage(profile)
  const common = await plan.prepare(stage)
  stage.keep()
  const storage = new Map<string, string>()
  using _surroundings = plan.withKey ? withoutWarnings() : browserOf(storage)
  const connection = connect(client, plan.service, stage.endpoint, plan.withKey)
  const gaps = new Set<string>()
  const setting: Setting = { client, profile, plan, stage, connection, common, storage, gaps }
  const declared = declaredMethods(client, plan.service)
  const outcomes: Outcome[] = []
  for (const method of new Set([...declared.keys(), ...methodsOfClass(connection.service)])) {
    outcomes.push(await tryMethod(setting, method, declared.get(method) ?? []))
  }
  const { version } = client
  return { client: aliasOf(client), version, profile: profile.version, outcomes, gaps: [...gaps] }
}

const methodsOfClass = (service: object): string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(service)).filter((name) => name !== "constructor")

async function tryMethod(setting: Setting, method: string, ways: readonly Way[]): Promise<Outcome> {
  if (ways.length === 0) return { method, result: "failed", problems: ["the types do not know it"] }
  const problems = new Set<string>()
  for (const way of ways) {
    for (const all of [true, false]) {
      try {
        for (const problem of await problemsOf(setting, method, way, all)) problems.add(problem)
      } catch (error) {
        const route = refusal(setting, error)
        if (route !== undefined) return { method, result: "refused", route }
        problems.add(String(error))
      }
    }
  }
  return problems.size === 0
    ? { method, result: "passed" }
    : { method, result: "failed", problems: [...problems] }
}

/** Calls a method on a server that is as it was prepared, and says what is wrong with what comes of it. */
async function problemsOf(
  setting: Setting,
  method: string,
  way: Way,
  all: boolean,
): Promise<readonly string[]> {
  const { client, plan, stage, connection, storage, common, gaps } = setting
  const name = method.toLowerCase()
  stage.goBack()
  const values = { ...common, ...(await plan.needs[name]?.(stage, common)) }
  const insists = plan.insists[name] ?? []
  const given = callOf(way, values, (parameter) => all || insists.includes(parameter), connection.query)
  storage.clear()
  const cookies = plan.cookies(name, values)
  if (cookies !== "") storage.set("cookieFallback", cookies)
  const answer = plain(await callOn(connection.service, method, given.list))
  const wrong = (way.answer === undefined ? [] : mismatches(answer, way.answer)).filter(({ place }) => {
    const gap = gapAt(client, setting.profile.version, method, place)
    if (gap !== undefined) gaps.add(gap)
    return gap === undefined
  })
  const expected = plan.expected[name]?.(given.named, common)
  const missing = expected === undefined ? [] : missingIn(answer, expected)
  const after = plan.after[name]?.(given.named)
  const told = after && missingIn((await stage.ask("GET", after[0])).body, after[1], after[0])
  return [...wrong.map(({ place, problem }) => `${place}: ${problem}`), ...missing, ...(told ?? [])]
}

/** Addresses as texts: the oldest web client brings them as `URL`. */
const plain = (answer: unknown) => (answer instanceof URL ? answer.href : answer)

/** The route by which a real server refuses the last call, too; `undefined` if it does not. */
function refusal({ profile, connection }: Setting, error: unknown): RefusedRoute | undefined {
  const sent = connection.sent.at(-1)
  if (!(error instanceof Error) || sent === undefined) return undefined
  return refusedRoute(profile.version, sent, Reflect.get(error, "code"))
}
