import { beforeEach, describe, expect, test } from "vitest"
import { type Item, type Items, item, newItems } from "../test-support/items.ts"
import { DuplicateError } from "./collection.ts"

const ids = (items: Iterable<Item>) => Array.from(items, ({ $id }) => $id)

let items: Items

beforeEach(() => {
  items = newItems()
})

describe("a record", () => {
  test("is found by its ID and by its unique texts, in any case", () => {
    const stored = items.insert(item("Ann", "Ann@acme.com"))
    expect(items.find("$id", "aNN")).toBe(stored)
    expect(items.find("email", "ann@ACME.com")).toBe(stored)
    expect(items.find("email", "Ann")).toBeUndefined()
  })

  test("can't be changed in place", () => {
    const stored = items.insert(item("a"))
    expect(Object.isFrozen(stored)).toBe(true)
    expect(Object.isFrozen(items.replace({ ...stored, email: "x" }))).toBe(true)
  })

  test("is replaced under its number, and found by what it has now", () => {
    const before = items.insert(item("a", "old", "red"))
    const after = items.replace({ ...before, email: "new", team: "blue" })
    expect(items.size).toBe(1)
    expect(items.find("email", "old")).toBeUndefined()
    expect(items.find("email", "new")).toBe(after)
    expect(items.all("team", "red")).toEqual([])
    expect(items.all("team", "blue")).toEqual([after])
  })

  test("that is not there can't be replaced", () => {
    const gone = items.insert(item("a"))
    items.remove(gone)
    expect(() => items.replace(gone)).toThrow("There is no record a to replace")
  })
})

describe("a unique text", () => {
  test.each([
    ["$id", item("ANN", "other")],
    ["email", item("ben", "ANN@acme.com")],
  ])("%s is refused a second time, in any case, and nothing is stored", (index, second) => {
    items.insert(item("ann", "ann@acme.com"))
    expect(() => items.insert(second)).toThrow(new DuplicateError(index))
    expect(ids(items.values())).toEqual(["ann"])
  })

  test("is refused to a replacement, which leaves all as it was", () => {
    items.insert(item("a", "one"))
    const b = items.insert(item("b", "two", "red"))
    expect(() => items.replace({ ...b, email: "ONE", team: "blue" })).toThrow(DuplicateError)
    expect(items.find("email", "two")).toBe(b)
    expect(items.all("team", "red")).toEqual([b])
    expect(items.all("team", "blue")).toEqual([])
  })

  test("may be written in another case by its owner", () => {
    const before = items.insert(item("a", "one"))
    const after = items.replace({ ...before, email: "ONE" })
    expect(items.find("email", "one")).toBe(after)
  })

  test("of null is nobody's, the empty one is somebody's", () => {
    items.insert(item("a"))
    items.insert(item("b"))
    items.insert(item("c", ""))
    expect(() => items.insert(item("d", ""))).toThrow(DuplicateError)
  })

  test("is free as soon as its record is removed or renamed", () => {
    const first = items.insert(item("a", "one"))
    items.remove(first)
    const second = items.insert(item("a", "one"))
    items.replace({ ...second, email: "two" })
    items.insert(item("b", "one"))
    expect(ids(items.values())).toEqual(["a", "b"])
  })
})

describe("a shared text", () => {
  test("finds all that have it, in order of creation, in any case", () => {
    for (const [id, team] of [
      ["a", "red"],
      ["b", "blue"],
      ["c", "RED"],
      ["d", null],
      ["e", "red "],
    ] as const) {
      items.insert(item(id, null, team))
    }
    expect(ids(items.all("team", "Red"))).toEqual(["a", "c", "e"])
    expect(items.has("team", "blue")).toBe(true)
    expect(items.has("team", "green")).toBe(false)
  })

  test("finds a record in its old place after it was there before", () => {
    const a = items.insert(item("a", null, "red"))
    items.insert(item("b", null, "red"))
    items.replace({ ...items.replace({ ...a, team: "blue" }), team: "red" })
    expect(ids(items.all("team", "red"))).toEqual(["a", "b"])
  })
})

describe("numbers", () => {
  test("count up and are never given twice", () => {
    const first = items.insert(item("a"))
    const second = items.insert(item("b"))
    items.remove(second)
    const third = items.insert(item("b"))
    expect([first, second, third].map(({ $sequence }) => $sequence)).toEqual([1, 2, 3])
  })

  test("are not spent on a duplicate", () => {
    items.insert(item("a"))
    expect(() => items.insert(item("a"))).toThrow(DuplicateError)
    expect(items.insert(item("b")).$sequence).toBe(2)
  })

  test("give the ranges before and after a record", () => {
    for (const id of ["a", "b", "c", "d"]) items.insert(item(id))
    expect(ids(items.values())).toEqual(["a", "b", "c", "d"])
    expect(ids(items.values({ after: 2 }))).toEqual(["c", "d"])
    expect(ids(items.values({ before: 3 }))).toEqual(["b", "a"])
  })

  test("of adopted records stay, and further ones come after them", () => {
    items.adopt(item("a", "a@acme.com", "red")(3))
    items.adopt(item("b")(7))
    items.skipTo(9)
    items.skipTo(8)
    const next = items.insert(item("c", null, "red"))
    expect(Array.from(items.values(), ({ $sequence }) => $sequence)).toEqual([3, 7, 10])
    expect(ids(items.all("team", "RED"))).toEqual(["a", "c"])
    expect(items.find("email", "A@acme.com")?.$sequence).toBe(3)
    expect(() => items.adopt(item("d")(next.$sequence))).toThrow("is not a new one")
    expect(() => items.adopt(item("A")(11))).toThrow(DuplicateError)
    expect(items.insert(item("d")).$sequence).toBe(11)
  })
})
