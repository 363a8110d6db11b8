import type { Comparison, Verdict } from "./comparison.ts"
import { translateText } from "./translate.ts"

// Appwrite 1.9, ID.unique(): PHP's uniqid() (13 digits) and seven random digits, all hexadecimal.
const uniqueId = /^[0-9a-f]{20}$/

/** Whether a recorded string can be an ID that the server made. */
export function isUniqueId(text: string): boolean {
  return uniqueId.test(text)
}

/** Compares IDs: one that the server made by its form and its twin, one that the client chose as it is. */
export function compareIdentifier(recorded: string, given: string, comparison: Comparison): Verdict {
  const isMade = isUniqueId(recorded) && !comparison.sent.has(recorded)
  if (!isMade || comparison.twins.of(recorded) !== undefined) return compareKnown(recorded, given, comparison)
  return isUniqueId(given) ? pairUp(recorded, given, comparison) : "has not the form of an ID"
}

/** Compares what was seen or sent before: the recorded text, the values of this run put into it. */
export function compareKnown(recorded: string, given: string, comparison: Comparison): Verdict {
  const expected = withHostname(translateText(recorded, comparison.twins), comparison.hostname)
  if (given === expected) return undefined
  return expected === recorded ? "differs" : `must be ${JSON.stringify(expected)} in this run`
}

/** Remembers that a given value stands for a recorded one. */
export function pairUp(recorded: string, given: string, { twins }: Comparison): Verdict {
  if (twins.pair(recorded, given)) return undefined
  const twin = twins.of(recorded)
  return twin === undefined
    ? "was given before in the place of another recorded value"
    : `must be ${JSON.stringify(twin)} in this run`
}

// Appwrite 1.9 calls an API key `app.<project>@service.<hostname>` in logs and errors.
function withHostname(text: string, hostname: string): string {
  return text.replace(/(@service\.)[\w.-]*\w/g, (_, prefix: string) => prefix + hostname)
}
