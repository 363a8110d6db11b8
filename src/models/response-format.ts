import type { Rules } from "../profiles/rules.ts"

/** The version that a client's `X-Appwrite-Response-Format` names. */
export interface ResponseFormat {
  /** Whether that version is older than `version`. */
  isBelow(version: string): boolean
  /** Whether that version is newer than `version`. */
  isAbove(version: string): boolean
  /** Whether the server itself does not know this member of a model. */
  omits(model: string, member: string): boolean
}

const PARTS = /\d+|[^\d.+_-]+/g
const NUMBER = /^\d/

/**
 * PHP's order of versions: part by part; a number comes after any other text, and more parts after fewer.
 * @returns below, at or above 0, as `a` is older, as old or newer than `b`.
 */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a.match(PARTS) ?? [], b.match(PARTS) ?? []]
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [x, y] = [left[index], right[index]]
    if (x === undefined) return y !== undefined && NUMBER.test(y) ? -1 : 1
    if (y === undefined) return NUMBER.test(x) ? 1 : -1
    const order = NUMBER.test(x) && NUMBER.test(y) ? Number(x) - Number(y) : rank(x) - rank(y)
    if (order !== 0) return order
  }
  return 0
}

const rank = (part: string): number => (NUMBER.test(part) ? 1 : 0)

type Omitted = Rules["omits"]

const known = new WeakMap<Omitted, Map<string, ResponseFormat>>()
const MOST_KNOWN = 100

/**
 * The format of a header; versions are compared once, as most clients name the same one.
 * @param text value of the header; `""` without one, which stands for the server's own format.
 * @param omitted members that the server's version does not know.
 */
export function responseFormat(text: string, { omits: omitted }: Pick<Rules, "omits">): ResponseFormat {
  const ofVersion = known.get(omitted) ?? new Map<string, ResponseFormat>()
  known.set(omitted, ofVersion)
  const found = ofVersion.get(text)
  if (found !== undefined) return found
  const orders = new Map<string, number>()
  const orderTo = (version: string): number => {
    if (text === "") return 0
    const order = orders.get(version) ?? compareVersions(text, version)
    orders.set(version, order)
    return order
  }
  const format: ResponseFormat = {
    isBelow: (version) => orderTo(version) < 0,
    isAbove: (version) => orderTo(version) > 0,
    omits: (model, member) => omitted[model]?.includes(member) ?? false,
  }
  if (ofVersion.size < MOST_KNOWN) ofVersion.set(text, format)
  return format
}
