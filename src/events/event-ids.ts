import type { EventIds } from "./event-names.ts"

/** What is known of a request that raises an event. */
export interface EventSource {
  readonly projectId: string
  /** Path of the route, placeholders as `:name`. */
  readonly path: string
  readonly params: Readonly<Record<string, unknown>>
  readonly answer: unknown
  /** Who acts; `undefined` for guests and API keys. */
  readonly userId: string | undefined
  /** IDs that the action named itself. */
  readonly ids: EventIds
}

const PLACEHOLDER = /\[([^\]]+)\]/g

/**
 * Finds the IDs that a pattern names: those that the action named, those of the path, and for the rest those of what
 * the answer shows. A user who is not in the path is who the answer belongs to, or who acts.
 * @returns `undefined` if one is missing. Appwrite 1.9 raises nothing then.
 */
export function eventIds(pattern: string, source: EventSource): EventIds | undefined {
  const names = Array.from(pattern.matchAll(PLACEHOLDER), ([, name]) => name ?? "")
  const found: Record<string, string> = {}
  for (const name of names) {
    const id = source.ids[name] ?? idOf(name, name === names.at(-1), source)
    if (id === undefined) return undefined
    found[name] = id
  }
  return found
}

function idOf(name: string, isSubject: boolean, source: EventSource): string | undefined {
  const { path, params, answer, userId, projectId } = source
  if (path.split("/").includes(`:${name}`)) return textAt(params, name)
  if (name === "projectId") return projectId
  if (name === "userId") return isSubject ? userId : (textAt(answer, name) ?? userId)
  return isSubject ? (textAt(answer, name) ?? textAt(answer, "$id")) : undefined
}

function textAt(value: unknown, name: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined
  const found: unknown = Reflect.get(value, name)
  return typeof found === "string" ? found : undefined
}
