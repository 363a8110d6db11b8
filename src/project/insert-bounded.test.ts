import { expect, test } from "vitest"
import { collection } from "../store/collection.ts"
import type { Document } from "../store/document.ts"
import { undoLog } from "../store/transaction.ts"
import { insertBounded } from "./insert-bounded.ts"

const newRecord = (index: number) => ($sequence: number) => ({
  $sequence,
  $id: `r${index}`,
  $createdAt: index,
  $updatedAt: index,
})

test("where there are too many records, the oldest give way, and are not found any more", () => {
  const records = collection<Document, never, "day">(
    { unique: {}, shared: { day: ({ $createdAt }) => String($createdAt) } },
    undoLog(),
  )
  for (let index = 0; index < 5; index += 1) insertBounded(records, newRecord(index), 3)
  expect(Array.from(records.values(), ({ $id }) => $id)).toEqual(["r2", "r3", "r4"])
  expect([records.find("$id", "r1"), records.all("day", "1")]).toEqual([undefined, []])
})

test("a transaction that fails brings the oldest back", () => {
  const log = undoLog()
  const records = collection<Document, never, never>({ unique: {}, shared: {} }, log)
  insertBounded(records, newRecord(0), 1)
  const fail = () =>
    log.transaction(() => {
      insertBounded(records, newRecord(1), 1)
      throw new Error("no")
    })
  expect(fail).toThrow("no")
  expect(Array.from(records.values(), ({ $id }) => $id)).toEqual(["r0"])
})
