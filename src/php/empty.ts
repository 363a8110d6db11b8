/** PHP's `empty()` for a text: besides the empty text, `"0"` counts as empty. */
export function isEmpty(text: string): boolean {
  return text === "" || text === "0"
}
