import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { encodedSize } from "./encoded-size.ts"
import { decodeJson } from "./json-decode.ts"
import { encodeJson } from "./json-encode.ts"
import { PhpFloat, type PhpValue } from "./value.ts"

/** The text that comes back for a text that was sent. */
function roundTrip(text: string): string | undefined {
  const value = decodeJson(text)
  return value === undefined ? undefined : encodeJson(value)
}

function sizeOf(text: string): number | undefined {
  const value = decodeJson(text)
  return value === undefined ? undefined : encodedSize(value)
}

describe("encodeJson", () => {
  it.each([
    ["1.0", "1"],
    ["1e3", "1000"],
    ["-0", "0"],
    ["-0.0", "-0"],
    ["0.1", "0.1"],
    ["0.0001", "0.0001"],
    ["0.00001", "1.0e-5"],
    ["1.2345e-5", "1.2345e-5"],
    ["1e15", "1000000000000000"],
    ["1e16", "10000000000000000"],
    ["1e17", "1.0e+17"],
    ["1e25", "1.0e+25"],
    ["12345678901234567890", "1.2345678901234567e+19"],
    ["9223372036854775807", "9223372036854775807"],
    ["5e-324", "5.0e-324"],
    ["123456789.125", "123456789.125"],
    ["{}", "[]"],
    ['{"0":"x"}', '["x"]'],
    ['{"1":"x"}', '{"1":"x"}'],
    ['{"1":1,"0":2}', '{"1":1,"0":2}'],
    ['{"a":{},"":5}', '{"a":[],"":5}'],
  ])("sends %s back as %s", (sent, answered) => {
    expect(roundTrip(sent)).toBe(answered)
  })

  it("escapes as PHP does", () => {
    expect(encodeJson("a/\\\"\b\f\n\r\t\0\x1f\x7fé😀\u2028\u2029<>&'")).toBe(
      '"a\\/\\\\\\"\\b\\f\\n\\r\\t\\u0000\\u001f\x7fé😀\\u2028\\u2029<>&\'"',
    )
  })

  it("writes plain objects and PHP values in one", () => {
    const prefs = decodeJson('{"2":{"b":[]},"a/":1.5}') ?? null
    expect(encodeJson({ total: 1, users: [{ "a/b": null, labels: [], prefs }], none: {} })).toBe(
      '{"total":1,"users":[{"a\\/b":null,"labels":[],"prefs":{"2":{"b":[]},"a\\/":1.5}}],"none":{}}',
    )
  })

  it.each<[string, PhpValue]>([
    ["an infinite float", [new PhpFloat(Number.POSITIVE_INFINITY)]],
    ["a string that is no UTF-8", ["\udcff"]],
  ])("gives nothing for %s", (_, value) => {
    expect(encodeJson({ value })).toBe("")
  })

  it("gives nothing for more than 512 levels", () => {
    const prefs = decodeJson("[".repeat(511) + "]".repeat(511)) ?? null
    expect(encodeJson({ prefs })).toHaveLength(1022 + '{"prefs":}'.length)
    expect(encodeJson({ users: { prefs } })).toBe("")
  })

  it("writes the same as JSON.stringify apart from slashes and line separators", () => {
    const answer = fc.object({
      values: [fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean(), fc.constant(null)],
    })
    fc.assert(
      fc.property(
        answer.map((object) => JSON.stringify(object)),
        (text) => {
          const escaped = text.replace(/[/\u2028\u2029]/g, (c) =>
            c === "/" ? "\\/" : `\\u${c.charCodeAt(0).toString(16)}`,
          )
          expect(encodeJson(JSON.parse(text))).toBe(escaped)
        },
      ),
    )
  })
})

describe("encodedSize", () => {
  it.each([
    ["x", 65527],
    ["<", 65527],
    ["'", 65527],
    ["\x7f", 65527],
    ["é", 10921],
    ["\u2028", 10921],
    ["\u0001", 10921],
    ["😀", 5460],
    ["/", 32763],
    ['"', 32763],
    ["\\", 32763],
    ["\n", 32763],
  ])("of %j repeated %i times is within 65535 bytes, of one more it is not", (character, count) => {
    const size = (times: number) => sizeOf(JSON.stringify({ k: character.repeat(times) }))
    expect(size(count)).toBeLessThanOrEqual(65535)
    expect(size(count + 1)).toBeGreaterThan(65535)
  })

  it.each([
    ['{ "a" : 1.0 }', '{"a":1}'.length],
    ['{"k":[{},{}]}', '{"k":[[],[]]}'.length],
    ['{"\\u00e9":"\\u0061"}', '{"\\u00e9":"a"}'.length],
    ["1e999", 0],
  ])("of %s is %i", (text, size) => {
    expect(sizeOf(text)).toBe(size)
  })
})
