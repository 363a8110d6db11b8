import type { ValidationContext } from "../../validators/validator.ts"

/** Something that is wrong with a seed. */
export interface SeedProblem {
  /** Such as `users[3].email`; `""` is the seed as a whole. */
  readonly path: string
  readonly reason: string
}

/** More are counted, but not told. */
const MOST_PROBLEMS = 20

/** A seed being read: where the reader is, and what was found wrong. */
export interface Reading {
  readonly context: ValidationContext
  /** Reads what is below a member or an item. */
  at<T>(segment: string | number, read: () => T): T
  /** Notes what is wrong with what is read now. */
  refuse(reason: string): void
  /** Reads on when something is known; what it refuses then is noted for the place of now. */
  later<T>(promise: Promise<T>, read: (value: T) => void): void
  /** Waits for all that was to be read later. */
  settle(): Promise<void>
  /** The first problems, in the order of their finding. */
  readonly problems: readonly SeedProblem[]
  /** How many there are. */
  readonly count: number
}

/** @param context with the settings of the project as they will be: some rules depend on them. */
export function newReading(context: ValidationContext): Reading {
  let path: (string | number)[] = []
  const problems: SeedProblem[] = []
  const pending: Promise<void>[] = []
  let count = 0
  const reading: Reading = {
    context,
    at(segment, read) {
      path.push(segment)
      try {
        return read()
      } finally {
        path.pop()
      }
    },
    refuse(reason) {
      count += 1
      if (problems.length < MOST_PROBLEMS) problems.push({ path: pathText(path), reason })
    },
    later(promise, read) {
      const place = [...path]
      pending.push(
        promise.then((value) => {
          const before = path
          path = place
          read(value)
          path = before
        }),
      )
    },
    async settle() {
      await Promise.all(pending)
    },
    problems,
    get count() {
      return count
    },
  }
  return reading
}

const PLAIN_NAME = /^[\w$]+$/

function pathText(path: readonly (string | number)[]): string {
  let text = ""
  for (const segment of path) {
    if (typeof segment === "number") text += `[${segment}]`
    else if (PLAIN_NAME.test(segment)) text += text === "" ? segment : `.${segment}`
    else text += `[${JSON.stringify(segment)}]`
  }
  return text
}
