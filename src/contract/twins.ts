/** Which value of this run stands for which value of the recording, for all that servers make. */
export interface Twins {
  /** The value of this run for a recorded one; undefined when no answer has held it yet. */
  of(recorded: string): string | undefined
  /**
   * Remembers a pair.
   *
   * @returns false when the recorded value has another twin already, or when the given value, long enough to
   * be unique, is the twin of another recorded one.
   */
  pair(recorded: string, given: string): boolean
  /** Remembers a pair of values that may well repeat, such as dates; the first pair stays. */
  note(recorded: string, given: string): void
  /** Twins that begin with these ones and go their own way. */
  copy(): Twins
}

// Ten characters of hexadecimal (the shortest long code that Appwrite makes) do not repeat by chance;
// six digits may.
const uniqueLength = 10

/** Twins that begin with what is known before the first step: project and key. */
export function createTwins(known: Iterable<readonly [recorded: string, given: string]>): Twins {
  const forward = new Map<string, string>(known)
  return twinsOf(forward, new Map([...forward].map(([recorded, given]) => [given, recorded])))
}

function twinsOf(forward: Map<string, string>, backward: Map<string, string>): Twins {
  return {
    of: (recorded) => forward.get(recorded),
    pair(recorded, given) {
      const twin = forward.get(recorded)
      if (twin !== undefined) return twin === given
      if (recorded.length >= uniqueLength && backward.has(given)) return false
      forward.set(recorded, given)
      backward.set(given, recorded)
      return true
    },
    note(recorded, given) {
      if (!forward.has(recorded)) forward.set(recorded, given)
    },
    copy: () => twinsOf(new Map(forward), new Map(backward)),
  }
}
