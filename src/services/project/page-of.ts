import type { Queries } from "../../queries/query.ts"

/** Appwrite 1.9: a page of what lies in a project's settings: the whole list, unless a limit is asked for. */
export function pageOf<T>(items: readonly T[], { limit, offset = 0 }: Queries): readonly T[] {
  return items.slice(offset, limit === undefined ? undefined : offset + limit)
}
