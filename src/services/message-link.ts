/**
 * Appwrite 1.9: the link of a mail: the client's URL with what it has to send back in the query. Of names that are
 * there twice the added one counts.
 */
export function messageLink(url: string, added: Readonly<Record<string, string>>): string {
  const [rest = "", fragment] = splitOnce(url, "#")
  const [base = "", query = ""] = splitOnce(rest, "?")
  const parameters = new URLSearchParams(query)
  for (const [name, value] of Object.entries(added)) parameters.set(name, value)
  return `${base}?${parameters}${fragment === undefined ? "" : `#${fragment}`}`
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator)
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}
