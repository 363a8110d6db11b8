import { expect, test } from "vitest"
import { keepsWrites, undoLog } from "./transaction.ts"

/** A list that grows by one at a time, and can take that back. */
function growing() {
  const log = undoLog()
  const items: string[] = []
  return {
    log,
    items,
    add(item: string) {
      items.push(item)
      log.note(() => {
        expect(items.pop()).toBe(item)
      })
    },
  }
}

function fail(error = new Error("refused")): never {
  throw error
}

test("what succeeds stays, and its result is handed on", () => {
  const { log, items, add } = growing()
  const result = log.transaction(() => {
    add("a")
    return "result"
  })
  expect(result).toBe("result")
  expect(items).toEqual(["a"])
})

test("what fails is taken back, last first, and the error goes on", () => {
  const { log, items, add } = growing()
  add("before")
  expect(() => log.transaction(() => [add("a"), add("b"), fail()])).toThrow("refused")
  expect(items).toEqual(["before"])
})

test("an error that keeps its writes takes nothing back", () => {
  const { log, items, add } = growing()
  const error = keepsWrites(new Error("too late"))
  expect(() => log.transaction(() => [add("a"), fail(error)])).toThrow(error)
  expect(items).toEqual(["a"])
})

test("a transaction within another is a part of it", () => {
  const { log, items, add } = growing()
  expect(() =>
    log.transaction(() => {
      log.transaction(() => add("inner"))
      add("outer")
      fail()
    }),
  ).toThrow("refused")
  expect(items).toEqual([])
})

test("an inner failure that is caught takes nothing back by itself", () => {
  const { log, items, add } = growing()
  log.transaction(() => {
    add("a")
    expect(() => log.transaction(() => [add("b"), fail()])).toThrow("refused")
  })
  expect(items).toEqual(["a", "b"])
})

test("what is written wholesale is taken back at once, now or with the transaction around it", () => {
  const { log, items, add } = growing()
  const back = (length: number) => () => items.splice(length)
  expect(log.wholesale(() => add("a"), back(0))).toBeUndefined()
  expect(() => log.wholesale(() => [add("b"), fail()], back(1))).toThrow("refused")
  expect(items).toEqual(["a"])
  expect(() =>
    log.transaction(() => {
      add("c")
      log.wholesale(() => [add("d"), add("e")], back(2))
      expect(() => log.wholesale(() => [add("f"), fail()], back(4))).toThrow("refused")
      add("f")
      expect(items).toEqual(["a", "c", "d", "e", "f"])
      fail()
    }),
  ).toThrow("refused")
  expect(items).toEqual(["a"])
})

test("what came before a failed transaction is not taken back by the next", () => {
  const { log, items, add } = growing()
  log.transaction(() => add("a"))
  add("b")
  expect(() => log.transaction(() => fail())).toThrow("refused")
  expect(() => log.transaction(() => [add("c"), fail()])).toThrow("refused")
  expect(items).toEqual(["a", "b"])
})
