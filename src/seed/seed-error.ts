import type { Reading, SeedProblem } from "./shapes/reading.ts"

export type { SeedProblem } from "./shapes/reading.ts"

/** A seed that can't be planted. Nothing of it was. */
export class SeedError extends Error {
  override readonly name = "SeedError"
  /** Where the seed comes from; `undefined` if it was given as a value. */
  readonly file: string | undefined
  /** Of the first problem, such as `users[3].email`. */
  readonly path: string
  /** Of the first problem. */
  readonly reason: string
  /** The first twenty. */
  readonly problems: readonly SeedProblem[]

  /** @param count how many problems there are, if not all of them are told. */
  constructor(file: string | undefined, problems: readonly SeedProblem[], count = problems.length) {
    super(messageOf(file, problems, count))
    this.file = file
    this.path = problems[0]?.path ?? ""
    this.reason = problems[0]?.reason ?? ""
    this.problems = problems
  }
}

function messageOf(file: string | undefined, problems: readonly SeedProblem[], count: number): string {
  const lines = problems.map(({ path, reason }) => (path === "" ? reason : `${path}: ${reason}`))
  if (count > problems.length) lines.push(`and ${count - problems.length} more`)
  const source = file ?? "The seed"
  return lines.length === 1 ? `${source}: ${lines[0]}` : `${source}:\n  ${lines.join("\n  ")}`
}

/** @throws SeedError if anything was refused. */
export function checkReading({ problems, count }: Reading, file: string | undefined): void {
  if (count > 0) throw new SeedError(file, problems, count)
}
