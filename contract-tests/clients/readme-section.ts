const begin = "<!-- clients: made by npm run clients -- --readme -->"
const end = "<!-- clients end -->"

/**
 * A text with another table of clients in it.
 * @throws Error if it has no place for one.
 */
export function withClients(readme: string, table: string): string {
  const [before = "", rest] = readme.split(begin, 2)
  if (!rest?.includes(end)) throw new Error("README.md has no place for the table of clients")
  return `${before}${begin}\n\n${table}\n\n${end}${rest.slice(rest.indexOf(end) + end.length)}`
}
