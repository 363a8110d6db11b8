import fc from "fast-check"
import { expect, test } from "vitest"
import { countOf, type Postings, placeOf, union, withoutPosting, withPosting } from "./postings.ts"

const ascending = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b)
const near = fc.integer({ min: 1, max: 20 })
const far = fc.integer({ min: 1, max: 1_000_000 })
const numbers = fc.oneof(fc.array(near), fc.array(far))

function postingsOf(all: readonly number[]): Postings | undefined {
  return all.reduce<Postings | undefined>(withPosting, undefined)
}

function listed(postings: Postings | undefined): number[] {
  return postings === undefined ? [] : Array.from(union([postings]))
}

test("postings hold each number once, in ascending order", () => {
  fc.assert(
    fc.property(numbers, fc.array(near), (added, removed) => {
      const before = postingsOf(added)
      expect(listed(before)).toEqual(ascending(added))
      let postings = before
      for (const one of removed) {
        if (postings !== undefined) postings = withoutPosting(postings, one)
      }
      const left = ascending(added).filter((one) => !removed.includes(one))
      expect(listed(postings)).toEqual(left)
      expect(countOf(postings)).toBe(left.length)
    }),
  )
})

test("a union holds what any of them holds, each number once, in ascending order", () => {
  fc.assert(
    fc.property(fc.array(numbers), (all) => {
      const united = all.map(postingsOf).filter((postings) => postings !== undefined)
      expect(Array.from(union(united))).toEqual(ascending(all.flat()))
    }),
  )
})

test("the place of a number is behind all that are smaller", () => {
  fc.assert(
    fc.property(numbers, near, (all, wanted) => {
      const sorted = ascending(all)
      expect(placeOf(sorted, wanted)).toBe(sorted.filter((one) => one < wanted).length)
    }),
  )
})
