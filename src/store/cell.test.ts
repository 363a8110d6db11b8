import fc from "fast-check"
import { expect, test } from "vitest"
import { cell } from "./cell.ts"
import { undoLog } from "./transaction.ts"

const values = fc.array(fc.integer())

test("it holds the last value that was set", () => {
  fc.assert(
    fc.property(values, (sets) => {
      const log = undoLog()
      const held = cell(0, log)
      log.transaction(() => {
        for (const value of sets) held.set(value)
      })
      expect(held.get()).toBe(sets.at(-1) ?? 0)
    }),
  )
})

test("a transaction that fails leaves the value from before it", () => {
  fc.assert(
    fc.property(values, values, (before, within) => {
      const log = undoLog()
      const held = cell(0, log)
      for (const value of before) held.set(value)
      const failing = () =>
        log.transaction(() => {
          for (const value of within) held.set(value)
          throw new Error("refused")
        })
      expect(failing).toThrow("refused")
      expect(held.get()).toBe(before.at(-1) ?? 0)
    }),
  )
})
