import { existsSync } from "node:fs"
import { expect, test } from "vitest"
import { blocksOf } from "./blocks.ts"
import { DOCUMENTS } from "./documents.ts"

const blocks = DOCUMENTS.flatMap(({ text }) => blocksOf(text))

test("every block of the documents belongs to a test file", () => {
  const unknown = blocks.filter(({ group }) => !existsSync(new URL(`${group}.test.ts`, import.meta.url)))
  expect(unknown).toEqual([])
})

test("no block has the name of another one, so that each is checked", () => {
  const names = blocks.map(({ group, name, part }) => `${group}: ${name}, ${part}`)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test("a block that nobody checks is told", () => {
  expect(() => blocksOf("# Title\n\n```sh\nls\n```\n")).toThrow("Nobody checks this block")
  expect(() => blocksOf("<!-- first: one -->\n```sh\nls\n```\n\n```js\n1\n```\n")).toThrow("```js")
})

test("blocks have a group, a name and a part; what a command writes is left out", () => {
  const text = "<!-- a: one -->\n```sh\nls\n```\n<!-- a: one, output -->\n```text\nx\n```\n"
  const made = "<!-- b: made by npm run b -->\n```text\ny\n```\n<!-- b end -->\n"
  expect(blocksOf(text + made)).toEqual([
    { group: "a", name: "one", part: undefined, code: "ls\n" },
    { group: "a", name: "one", part: "output", code: "x\n" },
  ])
})
