import type { Difference } from "./comparison.ts"
import { fits } from "./fits.ts"
import { isJsonList, isJsonObject, type JsonObject, type JsonValue, parseJson } from "./json-value.ts"
import type { ComparedStep } from "./replay.ts"

/** A difference that we accept, and why. In the patterns `*` stands for any text. */
export interface LedgerEntry {
  readonly id: string
  readonly reason: string
  /** Pattern of the transcript's name. */
  readonly transcript: string
  /** Pattern of the method. */
  readonly method: string
  /** Pattern of the recorded path. */
  readonly path: string
  /** Pattern of the difference's path, for instance `body.users[*].name`. */
  readonly at: string
  /** Pattern of the version of the server that was recorded, for instance `1.9.*`; without it every version fits. */
  readonly versions?: string
}

/** A difference that an entry of the ledger excuses. */
export interface AcceptedDifference extends Difference {
  readonly entry: string
}

/** A compared step with its accepted differences taken apart. */
export interface SettledStep extends ComparedStep {
  readonly accepted: readonly AcceptedDifference[]
}

/**
 * Reads the JSON text of a ledger: a list of entries.
 *
 * @param source what to call the text in errors, for instance its file.
 * @throws Error for a member that is missing or unknown, an ID used twice, or an entry that would excuse every
 * difference of a step anywhere.
 */
export function parseLedger(text: string, source: string): readonly LedgerEntry[] {
  const value = parseJson(text)
  if (!isJsonList(value)) throw new Error(`${source}: a ledger is a JSON list`)
  const entries = value.map((entry, index) => toEntry(entry, `${source}: entry ${index}`))
  const ids = new Set(entries.map(({ id }) => id))
  if (ids.size < entries.length) throw new Error(`${source}: an ID is used twice`)
  return entries
}

const members = ["id", "reason", "transcript", "method", "path", "at"] as const

function toEntry(value: JsonValue, where: string): LedgerEntry {
  if (!isJsonObject(value)) throw new Error(`${where}: must be an object`)
  const known: readonly string[] = [...members, "versions"]
  const unknown = Object.keys(value).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Error(`${where}: "${unknown}" is no member of an entry`)
  const [id, reason, transcript, method, path, at] = members.map((name) => textOf(value, name, where))
  const entry = {
    id: id ?? "",
    reason: reason ?? "",
    transcript: transcript ?? "",
    method: method ?? "",
    path: path ?? "",
    at: at ?? "",
    ...(value.versions !== undefined && { versions: textOf(value, "versions", where) }),
  }
  if (entry.path === "*" && entry.at === "*") throw new Error(`${where}: would excuse everything`)
  return entry
}

function textOf(object: JsonObject, name: string, where: string): string {
  const value = object[name]
  if (typeof value !== "string" || value === "") throw new Error(`${where}: "${name}" must be a text`)
  return value
}

/** Takes the differences that the ledger excuses out of compared steps. */
export function settle(
  steps: readonly ComparedStep[],
  ledger: readonly LedgerEntry[],
): readonly SettledStep[] {
  return steps.map((step) => {
    const judged = step.differences.map((difference) => ({
      difference,
      entry: ledger.find((entry) => excuses(entry, step, difference))?.id,
    }))
    return {
      ...step,
      differences: judged.flatMap(({ difference, entry }) => (entry === undefined ? [difference] : [])),
      accepted: judged.flatMap(({ difference, entry }) =>
        entry === undefined ? [] : [{ ...difference, entry }],
      ),
    }
  })
}

/** The entries that excuse nothing in a whole run: they are out of date, and a run with them fails. */
export function unusedEntries(
  steps: readonly SettledStep[],
  ledger: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const used = new Set(steps.flatMap(({ accepted }) => accepted.map(({ entry }) => entry)))
  return ledger.filter(({ id }) => !used.has(id))
}

/** Whether an entry is about a step at all, wherever in its answer. */
export function isAbout(
  entry: LedgerEntry,
  step: Pick<ComparedStep, "transcript" | "version" | "method" | "path">,
): boolean {
  return (
    fits(step.transcript, entry.transcript) &&
    fits(step.method, entry.method) &&
    fits(step.path, entry.path) &&
    (entry.versions === undefined || fits(step.version ?? "", entry.versions))
  )
}

function excuses(entry: LedgerEntry, step: ComparedStep, { path }: Difference): boolean {
  return isAbout(entry, step) && fits(path, entry.at)
}
