/** Where an index is in a text, for people: both count from 1. */
export function textPlace(text: string, at: number): string {
  const before = text.slice(0, at).split("\n")
  return `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`
}
