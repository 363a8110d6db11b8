import type { SequenceRange } from "../store/collection.ts"
import type { Document } from "../store/document.ts"
import type { OrderedMap } from "../store/ordered-map.ts"
import { placeOf } from "./postings.ts"
import type { RecordSource } from "./record-source.ts"

/**
 * The records with these numbers, of which each is fetched only when a list comes to it.
 * @param numbers of records that are there, in ascending order.
 */
export function recordsByNumber<R extends Document>(
  numbers: ArrayLike<number>,
  records: OrderedMap<number, R>,
): RecordSource<R> {
  function* forwards(first: number): Iterable<R> {
    for (let place = first; place < numbers.length; place++) yield* recordAt(place)
  }
  function* backwards(behind: number): Iterable<R> {
    for (let place = behind - 1; place >= 0; place--) yield* recordAt(place)
  }
  function recordAt(place: number): readonly R[] {
    const record = records.get(numbers[place] ?? 0)
    return record === undefined ? [] : [record]
  }
  return {
    size: numbers.length,
    values(range?: SequenceRange) {
      if (range === undefined) return forwards(0)
      if ("after" in range) return forwards(placeOf(numbers, range.after + 1))
      return backwards(placeOf(numbers, range.before))
    },
    unique: new Map(),
  }
}
