import fc from "fast-check"
import { expect, test } from "vitest"
import { type Item, type Items, item, newItems } from "../test-support/items.ts"
import { DuplicateError } from "./collection.ts"
import { undoLog } from "./transaction.ts"

const ids = (items: Iterable<Item>) => Array.from(items, ({ $id }) => $id)

const name = fc.constantFrom("a", "B", "b", "ä", "c")
const nameOrNull = fc.option(name)
const write = fc.record({
  kind: fc.constantFrom("insert", "replace", "remove"),
  id: name,
  email: nameOrNull,
  team: nameOrNull,
})
type Write = typeof write extends fc.Arbitrary<infer W> ? W : never

function apply(to: Items, { kind, id, email, team }: Write): void {
  const known = to.find("$id", id)
  try {
    if (kind === "insert") to.insert(item(id, email, team))
    else if (known !== undefined && kind === "replace") to.replace({ ...known, email, team })
    else if (known !== undefined) to.remove(known)
  } catch (error) {
    expect(error).toBeInstanceOf(DuplicateError)
  }
}

/** All that can be asked of a collection. */
const picture = (of: Items) => ({
  size: of.size,
  all: [...of.values()],
  byId: ["a", "b", "c"].map((text) => of.find("$id", text)),
  byEmail: ["a", "b", "c"].map((text) => of.find("email", text)),
  byTeam: ["a", "b", "c"].map((text) => of.all("team", text)),
})

test("the indexes find what a look at all records would", () => {
  fc.assert(
    fc.property(fc.array(write, { maxLength: 30 }), (writes) => {
      const tested = newItems()
      for (const one of writes) apply(tested, one)
      const all = [...tested.values()]
      const letter = (text: string | null) => text?.toLowerCase().replace("ä", "a")
      expect(tested.size).toBe(all.length)
      for (const text of ["a", "b", "c"]) {
        expect(tested.find("$id", text)).toBe(all.find(({ $id }) => letter($id) === text))
        expect(tested.find("email", text)).toBe(all.find(({ email }) => letter(email) === text))
        expect(tested.all("team", text)).toEqual(all.filter(({ team }) => letter(team) === text))
        expect(tested.has("team", text)).toBe(all.some(({ team }) => letter(team) === text))
      }
    }),
  )
})

test("a transaction that fails leaves all as it was", () => {
  fc.assert(
    fc.property(fc.array(write), fc.array(write), (before, within) => {
      const log = undoLog()
      const tested = newItems(log)
      for (const one of before) apply(tested, one)
      const was = picture(tested)
      expect(() =>
        log.transaction(() => {
          for (const one of within) apply(tested, one)
          throw new Error("refused")
        }),
      ).toThrow("refused")
      expect(picture(tested)).toEqual(was)
    }),
  )
})

test("a new record has a greater number than all before it, also those that were taken back", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(write, fc.boolean())), (steps) => {
      const log = undoLog()
      const tested = newItems(log)
      let highest = 0
      const step = (one: Write, fails: boolean) => {
        const before = new Set(ids(tested.values()))
        apply(tested, one)
        for (const { $id, $sequence } of tested.values()) {
          if (before.has($id)) continue
          expect($sequence).toBeGreaterThan(highest)
          highest = $sequence
        }
        if (fails) throw new Error("refused")
      }
      for (const [one, fails] of steps) {
        const run = () => log.transaction(() => step(one, fails))
        if (fails) expect(run).toThrow("refused")
        else run()
      }
    }),
  )
})
