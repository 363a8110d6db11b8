import { describe, expect, it } from "vitest"
import { toBool, toInt, toText } from "./coercion.ts"
import { isNumeric, numericValue } from "./numeric-string.ts"
import { typeName, typeNameInError } from "./type-name.ts"
import { PhpFloat, PhpMap, type PhpValue } from "./value.ts"

const float = (value: number) => new PhpFloat(value)

describe("toBool", () => {
  it.each<[PhpValue, boolean | undefined]>([
    [false, false],
    [0, false],
    [float(-0), false],
    ["", false],
    ["0", false],
    [true, true],
    [2, true],
    [2n ** 60n, true],
    [float(0.5), true],
    ["false", true],
    ["00", true],
    ["0.0", true],
    [" ", true],
    [null, undefined],
    [[], undefined],
  ])("makes %o %o", (value, bool) => {
    expect(toBool(value)).toBe(bool)
  })
})

describe("toInt", () => {
  it.each<[PhpValue, number | bigint | undefined]>([
    [true, 1],
    [false, 0],
    [6, 6],
    [2n ** 60n, 2n ** 60n],
    [" 6 ", 6],
    ["6.0", 6],
    ["-6.5", -6],
    ["1e3", 1000],
    ["9223372036854775807", 2n ** 63n - 1n],
    ["9223372036854775808", undefined],
    ["1e1000", undefined],
    ["abc", undefined],
    ["6abc", undefined],
    ["", undefined],
    [float(6.5), 6],
    [float(-0), 0],
    [float(1e20), undefined],
    [float(Number.NaN), undefined],
    [null, undefined],
    [PhpMap.of(["a"], [1]), undefined],
  ])("makes %o %o", (value, int) => {
    expect(toInt(value)).toBe(int)
  })
})

describe("toText", () => {
  it.each<[PhpValue, string | undefined]>([
    [true, "1"],
    [false, ""],
    [-5, "-5"],
    [2n ** 60n, "1152921504606846976"],
    ["a", "a"],
    [float(1), "1"],
    [float(-0), "-0"],
    [float(0.1), "0.1"],
    [float(1 / 3), "0.33333333333333"],
    [float(1e14), "1.0E+14"],
    [float(99999999999999.5), "1.0E+14"],
    [float(123456789012345), "1.2345678901234E+14"],
    [float(23253281555690.5), "23253281555690"],
    [float(23253281555691.5), "23253281555692"],
    [float(1e-7), "1.0E-7"],
    [float(Number.NEGATIVE_INFINITY), "-INF"],
    [float(Number.NaN), "NAN"],
    [null, undefined],
    [["a"], undefined],
  ])("makes %o %o", (value, text) => {
    expect(toText(value)).toBe(text)
  })
})

describe("numericValue", () => {
  it.each<[PhpValue, number | bigint | PhpFloat]>([
    ["6", 6],
    [" 6", 6],
    ["6\n", 6],
    ["\v+6", 6],
    ["-0", 0],
    ["00012", 12],
    ["9223372036854775807", 2n ** 63n - 1n],
    ["9223372036854775808", float(2 ** 63)],
    ["6.0", float(6)],
    ["5.", float(5)],
    [".5", float(0.5)],
    ["-0.0", float(0)],
    ["1e3 ", float(1000)],
    [6, 6],
    [float(1.5), float(1.5)],
  ])("of %o is %o", (value, number) => {
    expect(numericValue(value)).toStrictEqual(number)
  })

  it.each<PhpValue>([
    "",
    " ",
    "abc",
    "6a",
    "0x1A",
    "1e",
    "-",
    ".",
    "1_0",
    "\u00a06",
    "\0",
    "INF",
    true,
    null,
    [1],
  ])("has none for %o", (value) => {
    expect(isNumeric(value)).toBe(false)
  })
})

describe("type names", () => {
  it.each<[PhpValue, string, string]>([
    [null, "NULL", "null"],
    [true, "boolean", "true"],
    [false, "boolean", "false"],
    [1, "integer", "int"],
    [2n ** 60n, "integer", "int"],
    [float(1), "double", "float"],
    ["", "string", "string"],
    [[], "array", "array"],
    [PhpMap.of(["a"], [1]), "array", "array"],
  ])("of %o are %s and %s", (value, name, nameInError) => {
    expect(typeName(value)).toBe(name)
    expect(typeNameInError(value)).toBe(nameInError)
  })
})
