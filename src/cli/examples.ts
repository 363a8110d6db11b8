/** The end of a command's help: examples, each with what it is good for. */
export function examples(...lines: readonly (readonly [args: string, purpose: string])[]): string {
  const calls = lines.map(
    ([args, purpose]) => [`appwrite-users-emulator ${args}`.trimEnd(), purpose] as const,
  )
  return `\nExamples:\n${calls.map(([call, purpose]) => `  # ${purpose}\n  ${call}`).join("\n")}\n`
}
