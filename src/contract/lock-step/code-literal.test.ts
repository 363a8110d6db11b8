import fc from "fast-check"
import { expect, test } from "vitest"
import { codeLiteral } from "./code-literal.ts"

const evaluate = (code: string, answers: unknown[] = []): unknown =>
  new Function("answers", `return (${code})`)(answers)

test("a literal is the value that it was made of", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value))
      expect(evaluate(codeLiteral(json, []))).toEqual(json)
    }),
  )
})

test("long texts and lists of one value are told by their length", () => {
  expect(codeLiteral({ k: "x".repeat(5000) }, [])).toBe('{ k: "x".repeat(5000) }')
  expect(
    codeLiteral(
      Array.from({ length: 1001 }, () => "a"),
      [],
    ),
  ).toBe('Array(1001).fill("a")')
})

test("what earlier answers held is taken from them, alone and inside of a text", () => {
  const id = "0123456789abcdef0123"
  const taken = [{ name: "sessionId", value: id, userId: undefined, answer: 0, at: ".body.$id" }]
  const code = codeLiteral({ id, path: `/a/\`$\\{${id}` }, taken)
  expect(code).not.toContain(id)
  expect(evaluate(code, [{ body: { $id: "other" } }])).toEqual({ id: "other", path: "/a/`$\\{other" })
})
