import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { encodeJson } from "./json-encode.ts"
import { parseQueryString } from "./query-string.ts"
import { phpCount, phpGet, phpKeys } from "./value.ts"

describe("parseQueryString", () => {
  it.each([
    ["a=1&b=", '{"a":"1","b":""}'],
    ["a", '{"a":""}'],
    ["a=b=c", '{"a":"b=c"}'],
    ["&&a=1&&", '{"a":"1"}'],
    ["=1", "[]"],
    ["", "[]"],
    ["a=1;b=2", '{"a":"1;b=2"}'],
    ["a=1&a=2", '{"a":"2"}'],
    ["a[]=1&a[]=2", '{"a":["1","2"]}'],
    ["a[0]=1&a[1]=2", '{"a":["1","2"]}'],
    ["a[1]=1&a[0]=2", '{"a":{"1":"1","0":"2"}}'],
    ["a[]=1&a[0]=x&a[k][j]=z", '{"a":{"0":"x","k":{"j":"z"}}}'],
    ["a[][b]=1&a[][b]=2", '{"a":[{"b":"1"},{"b":"2"}]}'],
    ["a[5]=1&a[]=2", '{"a":{"5":"1","6":"2"}}'],
    ["a[-5]=1&a[]=2", '{"a":{"-5":"1","-4":"2"}}'],
    ["a[01]=1&a[]=2", '{"a":{"01":"1","0":"2"}}'],
    ["a[9223372036854775807]=1&a[]=2", '{"a":{"9223372036854775807":"1"}}'],
    ["a=1&a[]=2", '{"a":["2"]}'],
    ["a[x]=1&b=1&a=2", '{"a":"2","b":"1"}'],
    ["a%5B%5D=1", '{"a":["1"]}'],
    ["a.b=1&c d=2&+e=3&f+g=4", '{"a_b":"1","c_d":"2","e":"3","f_g":"4"}'],
    ["a.b[c.d e]=1", '{"a_b":{"c.d e":"1"}}'],
    ["a[b=1&c[d.e[f=2", '{"a_b":"1","c_d_e_f":"2"}'],
    ["[a]=1&]b=2", '{"]b":"2"}'],
    ["a[ ]=1&a[ x]=2", '{"a":{"0":"1"," x":"2"}}'],
    ["a[b]c=1&d[e]f[g]=2&h[i][j=3", '{"a":{"b":"1"},"d":{"e":"2"},"h":{"i":"3"}}'],
    ["a[[b]=1&a[b[c]=2", '{"a":{"[b":"1","b[c":"2"}}'],
    ["a%00b=1&c=x%00y", '{"a":"1","c":"x\\u0000y"}'],
    ["a=%&b=%4&c=%zz&d=%41%&e=+%2B", '{"a":"%","b":"%4","c":"%zz","d":"A%","e":" +"}'],
    ["%C3%A9=%F0%9F%98%80&é=😀", '{"é":"😀"}'],
    ["__proto__[x]=1&constructor=2", '{"__proto__":{"x":"1"},"constructor":"2"}'],
    ["0=1&1=2", '["1","2"]'],
  ])("reads %s", (text, expected) => {
    expect(encodeJson(parseQueryString(text))).toBe(expected)
  })

  it("keeps bytes that are no UTF-8 apart from each other and from text", () => {
    const value = (text: string) => phpGet(parseQueryString(`a=${text}`), "a")
    expect(value("x%FFy%C3%A9%E4%BDz")).toBe("x\udcffyé\udce4\udcbdz")
    expect(value("%FE")).not.toBe(value("%FF"))
    expect(value("%FF%")).toBe("\udcff%")
  })

  it("reads 64 levels; 65 remove the variable", () => {
    const nested = (levels: number) => `a=1&b[x]=1&b${"[c]".repeat(levels)}=1&d=1`
    expect(phpKeys(parseQueryString(nested(64)))).toStrictEqual(["a", "b", "d"])
    expect(phpKeys(parseQueryString(nested(65)))).toStrictEqual(["a", "d"])
    expect(phpKeys(parseQueryString(`b${"[c]".repeat(64)}[d=1&e`))).toStrictEqual(["e"])
  })

  it("reads 1000 variables", () => {
    const text = Array.from({ length: 1005 }, (_, index) => `k${index}=1`).join("&&")
    expect(phpCount(parseQueryString(text))).toBe(1000)
  })

  it("reads what URLSearchParams writes, for names without special characters", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]*$/)
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: "grapheme" })), (fields) => {
        const parsed = parseQueryString(new URLSearchParams(fields).toString())
        expect(phpKeys(parsed)).toHaveLength(Object.keys(fields).length)
        for (const [field, value] of Object.entries(fields)) expect(phpGet(parsed, field)).toBe(value)
      }),
    )
  })

  it("never throws", () => {
    const piece = fc.constantFrom(
      "a",
      "[",
      "]",
      "[]",
      "[1]",
      "%",
      "%ff",
      "%00",
      "=",
      "&",
      "+",
      ".",
      "\ud800",
      "é",
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: piece }), fc.string({ unit: "binary" })), (text) => {
        expect(parseQueryString(text)).toBeDefined()
      }),
    )
  })
})
