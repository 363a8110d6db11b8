import { optionInvalid, optionUnknown } from "./emulator-error.ts"
import { nearestName } from "./nearest-name.ts"

/** What a member of an object has to be. */
export interface Rule {
  /** In words, as they follow "expected". */
  readonly expected: string
  readonly fits: (value: unknown) => boolean
}

/** A rule for each member. */
export type Rules<O> = { readonly [name in keyof Required<O>]: Rule }

/** What is checked, with better words, where it is used. */
export const ANYTHING: Rule = { expected: "anything", fits: () => true }
export const TEXT: Rule = { expected: "a text", fits: (value) => typeof value === "string" && value !== "" }
export const ANY_TEXT: Rule = { expected: "a text", fits: (value) => typeof value === "string" }
export const SWITCH: Rule = { expected: "true or false", fits: (value) => typeof value === "boolean" }
export const FUNCTION: Rule = { expected: "a function", fits: (value) => typeof value === "function" }
export const COUNT: Rule = {
  expected: "a whole number from 0",
  fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
}

/** One of a few values. */
export const oneOf = (...values: readonly unknown[]): Rule => ({
  expected: values.map((value) => JSON.stringify(value)).join(" or "),
  fits: (value) => values.includes(value),
})

/** @param expected what its items are. */
export const listOf = (expected: string, fits: (item: unknown) => boolean): Rule => ({
  expected: `a list of ${expected}`,
  fits: (value) => Array.isArray(value) && value.every(fits),
})

/** Whether a value is an object of JSON, and no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/**
 * Refuses members that nobody reads, and values that nothing could be made of: types tell that only to those who have any.
 * @param place what stands before the names of the members.
 * @throws EmulatorError `option_unknown`, `option_invalid`
 */
export function checkMembers(place: string, members: object, rules: Readonly<Record<string, Rule>>): void {
  const names = Object.keys(rules)
  for (const [name, value] of Object.entries(members)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (rule === undefined) throw optionUnknown(`${place}${name}`, nearestName(name, names), names)
    if (value !== undefined && !rule.fits(value)) throw optionInvalid(`${place}${name}`, rule.expected)
  }
}
