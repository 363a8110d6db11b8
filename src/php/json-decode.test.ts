import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeJson, decodeJsonBytes } from "./json-decode.ts"
import { encodeJson } from "./json-encode.ts"
import { PhpFloat, phpKeys } from "./value.ts"

const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels)

describe("decodeJson", () => {
  it.each([
    ["0", 0],
    ["-0", 0],
    ["-12", -12],
    ["9007199254740993", 9007199254740993n],
    ["9223372036854775807", 9223372036854775807n],
    ["-9223372036854775808", -9223372036854775808n],
    ["9223372036854775808", new PhpFloat(2 ** 63)],
    ["-9223372036854775809", new PhpFloat(-(2 ** 63))],
    ["12345678901234567890", new PhpFloat(Number("12345678901234567890"))],
    ["1.0", new PhpFloat(1)],
    ["-0.0", new PhpFloat(-0)],
    ["-0e1", new PhpFloat(-0)],
    ["1e3", new PhpFloat(1000)],
    ["1E400", new PhpFloat(Number.POSITIVE_INFINITY)],
    ["1e-400", new PhpFloat(0)],
    [" \t\r\n1 \n", 1],
    ["null", null],
    ["true", true],
    ['""', ""],
    ['"\\u0061\\/\\n\\u0000"', "a/\n\0"],
    ['"\\ud83d\\uDE00"', "😀"],
    ['"é\u2028\x7f"', "é\u2028\x7f"],
    ["{}", []],
    ['{"0":"a","1":"b"}', ["a", "b"]],
  ])("reads %s", (text, value) => {
    expect(decodeJson(text)).toStrictEqual(value)
  })

  it.each([
    ["nothing", ""],
    ["a blank", " "],
    ["a capital literal", "TRUE"],
    ["half a literal", "nul"],
    ["a comma at an array's end", "[1,]"],
    ["a comma at an object's end", '{"a":1,}'],
    ["an unclosed array", "[1"],
    ["an unclosed object", '{"a":1'],
    ["a name without value", '{"a"}'],
    ["a bare name", "{a:1}"],
    ["single quotes", "{'a':1}"],
    ["a leading zero", "01"],
    ["a bare point", "1."],
    ["no integer part", ".5"],
    ["a plus", "+1"],
    ["a bare minus", "-"],
    ["a bare exponent", "1e"],
    ["text behind", '{"a":1} x'],
    ["two values", "1 2"],
    ["NUL behind", "1\0"],
    ["a vertical tab", "\v1"],
    ["a byte order mark", "\ufeff1"],
    ["a control character in a string", '"\t"'],
    ["an unclosed string", '"a'],
    ["an unknown escape", '"\\x"'],
    ["a short unicode escape", '"\\u12"'],
    ["a lone high surrogate", '"\\ud800"'],
    ["a lone low surrogate", '"\\udc00"'],
    ["a high surrogate and something else", '"\\ud83d\\u0041"'],
    ["a raw lone surrogate", '"\ud83d"'],
  ])("refuses %s", (_, text) => {
    expect(decodeJson(text)).toBeUndefined()
  })

  it("keeps names in order, of a name that comes twice the first place and the last value", () => {
    const value = decodeJson('{"b":1,"1":2,"a":3,"0":4,"__proto__":5,"constructor":6,"":7,"b":8}')
    expect(value === undefined ? value : encodeJson(value)).toBe(
      '{"b":8,"1":2,"a":3,"0":4,"__proto__":5,"constructor":6,"":7}',
    )
  })

  it("finds names that come twice among many", () => {
    const members = Array.from({ length: 100 }, (_, index) => `"k${index % 50}":${index}`)
    const value = decodeJson(`{${members.join(",")}}`)
    expect(value).toMatchObject({ values: Array.from({ length: 50 }, (_, index) => index + 50) })
  })

  it("reads 511 levels of arrays, and not 512", () => {
    expect(decodeJson(nested(511))).toBeDefined()
    expect(decodeJson(nested(512))).toBeUndefined()
  })

  it("survives millions of open brackets", () => {
    expect(decodeJson("[".repeat(10_000_000))).toBeUndefined()
    expect(decodeJson('{"a":'.repeat(1_000_000))).toBeUndefined()
  })

  it("never throws, and what it reads it writes and reads again", () => {
    const piece = fc.constantFrom(
      ...'[]{}:,"\\u0019e-+. \n\ud83da',
      "\\ud83d",
      "true",
      "null",
      '"a":',
      "1e9",
      "\ufeff",
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: piece }), fc.json()), (text) => {
        const value = decodeJson(text)
        if (value !== undefined) expect(decodeJson(encodeJson(value) || "null")).toBeDefined()
      }),
    )
  })

  it("accepts nothing that JSON.parse refuses", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.nat(), fc.string(), (text, place, insertion) => {
        const at = place % (text.length + 1)
        const changed = text.slice(0, at) + insertion + text.slice(at)
        if (decodeJson(changed) !== undefined) JSON.parse(changed)
      }),
    )
  })

  it("reads the same as JSON.parse, apart from objects that are lists for PHP", () => {
    const member = fc.stringMatching(/^[a-z_ é😀$-]{1,8}$/u)
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: "grapheme" }),
        fc.maxSafeInteger(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(null, true, false),
        fc.array(tie("value")),
        fc.dictionary(member, tie("value"), { minKeys: 1 }),
      ),
    }))
    fc.assert(
      fc.property(
        value.map((input) => JSON.stringify(input, null, 1)),
        (text) => {
          const decoded = decodeJson(text)
          expect(decoded === undefined ? decoded : JSON.parse(encodeJson(decoded))).toStrictEqual(
            JSON.parse(text),
          )
        },
      ),
    )
  })
})

describe("decodeJsonBytes", () => {
  it("reads UTF-8 and refuses anything else, a byte order mark too", () => {
    expect(decodeJsonBytes(Buffer.from('["é😀"]'))).toStrictEqual(["é😀"])
    expect(decodeJsonBytes(Buffer.from([0x22, 0xff, 0x22]))).toBeUndefined()
    expect(decodeJsonBytes(Buffer.from("\ufeff{}"))).toBeUndefined()
  })

  it("reads a part of a larger buffer", () => {
    expect(decodeJsonBytes(new Uint8Array(Buffer.from('x{"a":1}x')).subarray(1, 8))).toMatchObject({
      keys: ["a"],
    })
  })
})

describe("integer keys", () => {
  it.each(["01", "-0", "1.5", " 1", "9223372036854775808", "+1"])("%s stays a string", (key) => {
    const value = decodeJson(`{"${key}":0}`)
    expect(value instanceof Object && !(value instanceof PhpFloat) ? phpKeys(value) : value).toStrictEqual([
      key,
    ])
  })
})
