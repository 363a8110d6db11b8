import type { Collection } from "../store/collection.ts"
import type { Document } from "../store/document.ts"

/** Stores a record that nobody takes out again; where there are too many of its kind, the oldest gives way. */
export function insertBounded<R extends Document, U extends string, S extends string>(
  records: Collection<R, U, S>,
  make: ($sequence: number) => R,
  most: number,
): void {
  records.insert(make)
  if (records.size <= most) return
  for (const oldest of records.values()) {
    records.remove(oldest)
    return
  }
}
