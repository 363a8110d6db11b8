/** Whether a text fits a pattern, in which `*` stands for any text. */
export function fits(text: string, pattern: string): boolean {
  const source = pattern.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
  return new RegExp(`^${source.join(".*")}$`, "s").test(text)
}
