import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PhpArrayBuilder } from "./array-builder.ts"
import { isPhpArray, isPhpList, PhpFloat, PhpMap, phpCount, phpGet, phpKeys, phpValues } from "./value.ts"

describe("PHP arrays", () => {
  it("are lists exactly if their keys are 0…n−1 in order", () => {
    expect(isPhpList(PhpMap.of([], []))).toBe(true)
    expect(isPhpList(PhpMap.of(["0", "1"], ["a", "b"]))).toBe(true)
    expect(isPhpList(PhpMap.of(["1", "0"], ["a", "b"]))).toBe(false)
    expect(isPhpList(PhpMap.of(["0", "2"], ["a", "b"]))).toBe(false)
    expect(isPhpList(PhpMap.of(["00"], ["a"]))).toBe(false)
  })

  it("do not change with what they were built from", () => {
    const keys = ["a"]
    const values = [1]
    const array = PhpMap.of(keys, values)
    keys.push("b")
    values.push(2)
    expect(phpKeys(array)).toStrictEqual(["a"])
    expect(phpValues(array)).toStrictEqual([1])
  })

  it("are the only arrays among the values", () => {
    expect(isPhpArray([])).toBe(true)
    expect(isPhpArray(PhpMap.of(["a"], [1]))).toBe(true)
    expect([null, 1, 1n, "a", true, new PhpFloat(1)].some(isPhpArray)).toBe(false)
  })

  it("have nothing under keys that are none of theirs", () => {
    for (const key of ["2", "-1", "00", "1.5", "", "length", "__proto__", "NaN"]) {
      expect(phpGet(["a", "b"], key)).toBeUndefined()
      expect(phpGet(PhpMap.of(["a"], [1]), key)).toBeUndefined()
    }
  })

  it("hold what a Map holds", () => {
    const key = fc.oneof(fc.nat({ max: 20 }).map(String), fc.string({ maxLength: 2 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.integer()), { maxLength: 60 }), (members) => {
        const builder = new PhpArrayBuilder()
        for (const [name, value] of members) builder.set(name, value)
        const array = builder.build()
        const model = new Map(members)
        expect(phpKeys(array)).toStrictEqual([...model.keys()])
        expect(phpValues(array)).toStrictEqual([...model.values()])
        expect(phpCount(array)).toBe(model.size)
        for (const [name, value] of model) expect(phpGet(array, name)).toBe(value)
      }),
    )
  })
})
