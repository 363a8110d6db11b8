import { arrayList } from "./array-list.ts"
import { Refusal, type Validator } from "./validator.ts"

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/
const LONGEST_ID = 36

const isId = (text: string, max: number): boolean => text.length <= max && ID.test(text)

/** Appwrite 1.9: the ID of something that exists. */
export function uid(): Validator<string> {
  const refusal = new Refusal(
    `UID must contain at most ${LONGEST_ID} chars. Valid chars are a-z, A-Z, 0-9, and underscore. Can't start with a leading underscore`,
  )
  return {
    sample: { kind: "id", max: LONGEST_ID, isNew: false },
    check: (value) => (typeof value === "string" && isId(value, LONGEST_ID) ? value : refusal),
  }
}

/**
 * Appwrite 1.9: a key, such as the name of a role.
 * @param max longest length in characters.
 */
function key(max: number): Validator<string> {
  const refusal = new Refusal(keyMessage(max))
  return {
    sample: keySample(max),
    check: (value) => (typeof value === "string" && isId(value, max) ? value : refusal),
  }
}

const keySample = (max: number) => ({ kind: "id", max, isNew: false }) as const

const keyMessage = (max: number): string =>
  `Parameter must contain at most ${max} chars. Valid chars are a-z, A-Z, 0-9, period, hyphen, and underscore. Can't start with a special char`

const MOST_ROLES = 100
const LONGEST_ROLE = 81

/**
 * Appwrite 1.9: at most 100 roles of a member of a team, each a key.
 * @param max longest length of a role in characters.
 */
export function roles(max: number): Validator<string[]> {
  return arrayList((text) => isId(text, max), MOST_ROLES, keyMessage(max), keySample(max))
}

/** The same, as long as the version allows. */
export function memberRoles(): Validator<string[]> {
  return {
    sample: roles(LONGEST_ROLE).sample,
    check: (value, context) => roles(context.rules.teams.longestRole).check(value, context),
  }
}

/** What a client sends to let the server choose an ID. */
export const UNIQUE = "unique()"

/**
 * Appwrite 1.9: the ID of something new: `unique()` or a key. The check compares loosely, so that `true` passes for
 * `unique()` too and becomes the ID `1`.
 */
export function customId(): Validator<string> {
  const keys = key(LONGEST_ID)
  return {
    sample: { kind: "id", max: LONGEST_ID, isNew: true },
    check: (value, context) =>
      value === UNIQUE ? UNIQUE : value === true ? "1" : keys.check(value, context),
  }
}
