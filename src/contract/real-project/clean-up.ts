import { counted } from "../../counted.ts"
import { isJsonObject, type JsonObject, type JsonValue } from "../json-value.ts"
import { isPath } from "../request-path.ts"
import type { Step } from "../transcript.ts"
import type { Ask } from "./ask.ts"
import { type Inventory, listIn, messageOf, search, takeInventory } from "./inventory.ts"
import { madeThings } from "./made-things.ts"

/** Nothing that bears another name, or is older, is touched. */
export interface CleanUp {
  /** What stood in the project before the run. */
  readonly before: Inventory
  readonly steps: readonly Step[]
  /** What own IDs begin with, if they do: so is found what was made without an answer that told of it. */
  readonly prefix: string | undefined
}

/**
 * Deletes what a run made and puts back the policies that it changed.
 * @returns what could not be put in order, as text for a person.
 */
export async function cleanUp(ask: Ask, { before, steps, prefix }: CleanUp): Promise<readonly string[]> {
  const complaints: string[] = []
  await restorePolicies(ask, before.policies)
  await restoreAuthMethods(ask, steps)
  const paths = new Set<string>()
  for (const { kind, path } of madeThings(steps)) {
    if (kind !== "user" || (await isNewer(ask, path, before.newestUser))) paths.add(path)
  }
  if (prefix !== undefined) for (const path of await ownPaths(ask, prefix)) paths.add(path)
  for (const path of paths) {
    const answer = await ask("DELETE", path)
    if (answer.status !== 204 && answer.status !== 404) {
      complaints.push(`${path} could not be deleted: ${messageOf(answer)}`)
    }
  }
  const isEmpty = before.users + before.teams === 0
  return isEmpty ? [...complaints, ...(await strangers(ask))] : complaints
}

/** What nobody can have made but the run, though no answer told of it and no name does. */
async function strangers(ask: Ask): Promise<readonly string[]> {
  const { users, teams } = await takeInventory(ask)
  if (users + teams === 0) return []
  return [
    `${counted(users, "user")} and ${counted(teams, "team")} are there that the run does not know: they were left alone`,
  ]
}

/** Users and teams whose ID begins with the prefix, by path. */
export async function ownPaths(ask: Ask, prefix: string): Promise<readonly string[]> {
  const paths: string[] = []
  for (const member of ["users", "teams"] as const) {
    for (const { $id } of await listAll(ask, member)) {
      if (typeof $id === "string" && $id.startsWith(`${prefix}-`)) paths.push(`/${member}/${$id}`)
    }
  }
  return paths
}

const PAGE = 100

async function listAll(ask: Ask, member: "users" | "teams"): Promise<readonly JsonObject[]> {
  const all: JsonObject[] = []
  for (let after: JsonValue | undefined; ; ) {
    const queries = [{ method: "limit", values: [PAGE] }]
    const cursor = after === undefined ? [] : [{ method: "cursorAfter", values: [after] }]
    const page = listIn(await ask("GET", `/${member}?${search([...queries, ...cursor])}`), member)
    all.push(...page)
    after = page.at(-1)?.$id
    if (page.length < PAGE || after === undefined) return all
  }
}

async function isNewer(ask: Ask, path: string, newest: string): Promise<boolean> {
  const { body } = await ask("GET", path)
  const createdAt = isJsonObject(body) ? body.$createdAt : undefined
  return typeof createdAt === "string" && createdAt > newest
}

async function restorePolicies(ask: Ask, before: readonly JsonObject[]): Promise<void> {
  if (before.length === 0) return
  const now = new Map(listIn(await ask("GET", "/project/policies"), "policies").map((it) => [it.$id, it]))
  for (const policy of before) {
    if (JSON.stringify(now.get(policy.$id ?? null)) === JSON.stringify(policy)) continue
    const { $id, ...values } = policy
    // Appwrite 1.9 answers 0 for no limit, but takes only null for it.
    const sent = Object.entries(values).map(([name, value]) => [name, value === 0 ? null : value] as const)
    await ask("PATCH", `/project/policies/${$id}`, Object.fromEntries(sent))
  }
}

// A way to log in can be set but not be asked for, so that a scenario may only switch it off and on again.
async function restoreAuthMethods(ask: Ask, steps: readonly Step[]): Promise<void> {
  const isOn = new Map<string, boolean>()
  for (const { method, path, content, answer } of steps) {
    const sent = content !== undefined && "json" in content ? content.json : null
    const isChange = method === "PATCH" && isPath(path, "/project/auth-methods/*") && answer.status === 200
    if (isChange) isOn.set(path, isJsonObject(sent) && sent.enabled !== false)
  }
  for (const [path, on] of isOn) if (!on) await ask("PATCH", path, { enabled: true })
}
