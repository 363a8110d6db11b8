/**
 * Whether a path, its query left out, fits a pattern in which `*` stands for one segment and a last `**` for
 * all that follows.
 */
export function isPath(path: string, pattern: string): boolean {
  const segments = path.replace(/\?.*$/s, "").split("/")
  const wanted = pattern.split("/")
  const isOpen = wanted.at(-1) === "**"
  const closed = isOpen ? wanted.slice(0, -1) : wanted
  if (isOpen ? segments.length <= closed.length : segments.length !== closed.length) return false
  return closed.every((part, index) => part === "*" || part === segments[index])
}
