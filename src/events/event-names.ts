/** What stands for the placeholders of a pattern, in the order in which the server sets them. */
export type EventIds = Readonly<Record<string, string>>

const isPlaceholder = (part: string | undefined): boolean => part?.startsWith("[") ?? false

/** The pattern, and what is shorter or more general than it: the longest first. */
function generalPatterns(pattern: string): string[] {
  const parts = pattern.split(".")
  const hasSubResource = parts.length > 3 && isPlaceholder(parts[3])
  const resource = parts.slice(0, 2)
  const owner = hasSubResource ? parts.slice(0, 4) : resource
  const action = parts[owner.length]
  const attribute = parts.length === owner.length + 2 ? parts[owner.length + 1] : undefined
  const patterns: (readonly (string | undefined)[])[] = []
  if (action !== undefined) {
    if (hasSubResource && attribute !== undefined) patterns.push([...owner, action, attribute])
    patterns.push([...owner, action])
    if (hasSubResource) patterns.push(owner)
    if (attribute !== undefined) patterns.push([...resource, action, attribute])
  }
  patterns.push(owner, resource)
  return [...new Set(patterns.map((one) => one.join(".")))]
}

/** The most exact one of the names of an event. */
export function exactName(names: readonly string[]): string {
  const length = (name: string) => name.split(".").length
  return names.reduce((best, name) => (length(name) > length(best) ? name : best))
}

/**
 * All names of one event, in the order of the server: `users.ann.update.email` is also `users.*.update.email`,
 * `users.ann.update`, `users.*.update`, `users.ann` and `users.*`.
 *
 * Appwrite 1.9: with a resource within another one each of the two IDs may be `*`. A name has one action and one
 * attribute: of `users.[userId].create.mfa.recovery-codes` only `users.ann.create` is left.
 * @param pattern with the names of IDs in brackets.
 */
export function eventNames(pattern: string, ids: EventIds): string[] {
  const keys = Object.keys(ids)
  const names = new Set<string>()
  for (const general of generalPatterns(pattern)) {
    names.add(filled(general, ids))
    names.add(filled(general, Object.fromEntries(keys.map((key) => [key, "*"]))))
    for (const key of keys) {
      for (const other of keys) if (other !== key) names.add(filled(general, { ...ids, [other]: "*" }))
    }
  }
  return [...names]
}

function filled(pattern: string, ids: EventIds): string {
  return pattern.replace(/\[([^\]]+)\]/g, (_, name: string) => ids[name] ?? name)
}
