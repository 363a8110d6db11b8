import fc from "fast-check"
import { expect, test } from "vitest"
import { type Item, type Items, item, newItems } from "../test-support/items.ts"
import { type CollectionState, DuplicateError } from "./collection.ts"
import { gathering } from "./gathering.ts"
import { differences } from "./ordered-map.ts"
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

test("what is gathered is there at once, and what was captured before can be gone back to", () => {
  const step = fc.record({ write, looks: fc.constantFrom("not", "for a name", "at all") })
  fc.assert(
    fc.property(fc.array(write), fc.array(step), (before, within) => {
      const gathered = gathering()
      const tested = newItems(undoLog(), undefined, gathered)
      const plain = newItems()
      for (const one of before) for (const to of [tested, plain]) apply(to, one)
      const was = picture(tested)
      const state = tested.capture()
      gathered.gather(() => {
        for (const { write: one, looks } of within) {
          for (const to of [tested, plain]) apply(to, one)
          if (looks === "for a name") expect(tested.find("$id", one.id)).toEqual(plain.find("$id", one.id))
          else if (looks === "at all") expect(picture(tested)).toEqual(picture(plain))
        }
      })
      expect(picture(tested)).toEqual(picture(plain))
      tested.restore(state)
      expect(picture(tested)).toEqual(was)
      expect(tested.insert(item("new")).$sequence).toBe(state.lastSequence + 1)
      expect(picture(newItems(undoLog(), state))).toEqual(was)
    }),
  )
})

test("very many are gathered as if they came one by one", () => {
  const gathered = gathering()
  const tested = newItems(undoLog(), undefined, gathered)
  const plain = newItems()
  const states: (readonly [CollectionState<Item>, CollectionState<Item>])[] = []
  const id = (number: number) => `i${String(number).padStart(4, "0")}`
  for (const first of [0, 1000, 2000]) {
    gathered.gather(() => {
      for (let number = first; number < first + 1000; number += 1) {
        // IDs ascend, teams mostly do, emails do not.
        const one = item(id(number), `${(number * 7919) % 3000}@acme.com`, `team ${number % 500}`)
        for (const to of [tested, plain]) to.insert(one)
        if (number % 300 === 0) {
          for (const to of [tested, plain]) to.remove(to.all("team", `team ${number % 500}`)[0] ?? never())
        }
      }
      expect(() => tested.insert(item(id(first + 1)))).toThrow(DuplicateError)
    })
    states.push([tested.capture(), plain.capture()])
  }
  for (const [left, right] of states) {
    expect([...left.records.entries()]).toEqual([...right.records.entries()])
    for (const kind of ["unique", "shared"] as const) {
      for (const [name, index] of left[kind]) {
        expect([...index.entries()], name).toEqual([...(right[kind].get(name) ?? never()).entries()])
        index.checkValid()
      }
    }
  }
})

const never = (): never => {
  throw new Error("It is there")
}

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

test("what was captured stays as it was, and those who start from it go their own ways", () => {
  const side = fc.constantFrom<"left" | "right" | "original">("left", "right", "original")
  fc.assert(
    fc.property(fc.array(write), fc.array(fc.tuple(side, write)), (before, after) => {
      const original = newItems()
      for (const one of before) apply(original, one)
      const state = original.capture()
      const was = picture(original)
      const sides = { original, left: newItems(undoLog(), state), right: newItems(undoLog(), state) }
      // Each of them again, from the beginning and alone.
      const alone = { original: newItems(), left: newItems(), right: newItems() }
      for (const items of Object.values(alone)) for (const one of before) apply(items, one)
      for (const [name, one] of after) {
        apply(sides[name], one)
        apply(alone[name], one)
      }
      for (const name of ["original", "left", "right"] as const) {
        expect(picture(sides[name])).toEqual(picture(alone[name]))
      }
      expect(picture(newItems(undoLog(), state))).toEqual(was)
      expect(sides.left.capture().lastSequence).toBe(alone.left.capture().lastSequence)
    }),
  )
})

test("a failed transaction after a capture leaves both as they were", () => {
  fc.assert(
    fc.property(fc.array(write), fc.array(write), (before, within) => {
      const log = undoLog()
      const tested = newItems(log)
      for (const one of before) apply(tested, one)
      const was = picture(tested)
      const state = tested.capture()
      const failing = () =>
        log.transaction(() => {
          for (const one of within) apply(tested, one)
          throw new Error("refused")
        })
      expect(failing).toThrow("refused")
      expect(picture(tested)).toEqual(was)
      expect(picture(newItems(undoLog(), state))).toEqual(was)
    }),
  )
})

test("the differences of two states are what a look at all records would tell", () => {
  fc.assert(
    fc.property(fc.array(write), fc.array(write), (first, second) => {
      const tested = newItems()
      for (const one of first) apply(tested, one)
      const before = tested.capture()
      const earlier = new Map(Array.from(tested.values(), (one) => [one.$sequence, one]))
      for (const one of second) apply(tested, one)
      const later = new Map(Array.from(tested.values(), (one) => [one.$sequence, one]))
      const told = { created: [] as Item[], deleted: [] as Item[], changed: [] as Item[] }
      differences(before.records, tested.capture().records, {
        onlyBefore: (one) => told.deleted.push(one),
        onlyAfter: (one) => told.created.push(one),
        both: (_, one) => told.changed.push(one),
      })
      for (const records of Object.values(told)) records.sort((a, b) => a.$sequence - b.$sequence)
      expect(told).toEqual({
        created: [...later.values()].filter(({ $sequence }) => !earlier.has($sequence)),
        deleted: [...earlier.values()].filter(({ $sequence }) => !later.has($sequence)),
        changed: [...later.values()].filter((one) => ![undefined, one].includes(earlier.get(one.$sequence))),
      })
    }),
  )
})
