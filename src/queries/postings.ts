/** The numbers of the records that have a word, in ascending order: most words are in one record only. */
export type Postings = number | number[]

/** The postings with one more number, which they may have already. A list is changed in place. */
export function withPosting(postings: Postings | undefined, sequence: number): Postings {
  if (postings === undefined || postings === sequence) return sequence
  if (typeof postings === "number") {
    return postings < sequence ? [postings, sequence] : [sequence, postings]
  }
  const last = postings.at(-1)
  if (last !== undefined && last < sequence) postings.push(sequence)
  else {
    const place = placeOf(postings, sequence)
    if (postings[place] !== sequence) postings.splice(place, 0, sequence)
  }
  return postings
}

/** The postings without a number; `undefined` if none is left. A list is changed in place. */
export function withoutPosting(postings: Postings, sequence: number): Postings | undefined {
  if (typeof postings === "number") return postings === sequence ? undefined : postings
  const place = placeOf(postings, sequence)
  if (postings[place] === sequence) postings.splice(place, 1)
  return postings.length === 1 ? postings[0] : postings
}

/** How many numbers there are. */
export function countOf(postings: Postings | undefined): number {
  return typeof postings === "number" ? 1 : (postings?.length ?? 0)
}

/** All numbers that are in any of the postings, in ascending order and each of them once. Not to be changed. */
export function union(all: readonly Postings[]): ArrayLike<number> {
  const [only] = all
  if (all.length === 1 && only !== undefined) return typeof only === "number" ? [only] : only
  const numbers = new Float64Array(all.reduce<number>((sum, postings) => sum + countOf(postings), 0))
  let filled = 0
  for (const postings of all) {
    if (typeof postings === "number") numbers[filled++] = postings
    else {
      numbers.set(postings, filled)
      filled += postings.length
    }
  }
  return numbers.subarray(0, sortOnce(numbers))
}

/** Sorts the numbers in place and leaves out what comes twice. @returns how many are left. */
function sortOnce(numbers: Float64Array): number {
  const highest = numbers.reduce((high, number) => Math.max(high, number), 0)
  let kept = 0
  if (highest < numbers.length * SPARSE) {
    // Many of those that there are: ticking them off is several times faster than comparing them.
    const isThere = new Uint8Array(highest + 1)
    for (const number of numbers) isThere[number] = 1
    for (let number = isThere.indexOf(1); number >= 0; number = isThere.indexOf(1, number + 1)) {
      numbers[kept++] = number
    }
    return kept
  }
  numbers.sort()
  for (const number of numbers) {
    if (kept === 0 || numbers[kept - 1] !== number) numbers[kept++] = number
  }
  return kept
}

/** Of so many possible numbers, one. */
const SPARSE = 16

/** Where a number is in a list, or would be. */
export function placeOf(numbers: ArrayLike<number>, wanted: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
