import { expect, test } from "vitest"
import { table } from "./table.ts"

const asItIs = (text: string) => text
const plain = { strong: asItIs, faint: asItIs, warning: asItIs, ofStatus: () => asItIs }

interface Row {
  readonly id: string
  readonly name: string
}

const columns = [
  { title: "ID", cell: ({ id }: Row) => id },
  { title: "NAME", cell: ({ name }: Row) => name },
]

test("columns stand below their titles, and empty ones are left out", () => {
  const rows = [
    { id: "ada", name: "Ada" },
    { id: "b", name: "🦊" },
  ]
  expect(table(rows, columns, plain)).toEqual(["ID   NAME", "ada  Ada", "b    🦊"])
  expect(table([{ id: "ada", name: "" }], columns, plain)).toEqual(["ID", "ada"])
  expect(table([], columns, plain)).toEqual(["ID  NAME"])
})

test("the widest columns give way to a narrow terminal, and none wholly", () => {
  const rows = [{ id: "a".repeat(36), name: "n".repeat(50) }]
  expect(table(rows, columns, plain)[1]).toBe(`${"a".repeat(36)}  ${"n".repeat(39)}…`)
  expect(table(rows, columns, plain, 30)[1]).toBe(`${"a".repeat(13)}…  ${"n".repeat(13)}…`)
  const narrow = table(rows, columns, plain, 5)[1]
  expect(narrow).toBe(`${"a".repeat(7)}…  ${"n".repeat(7)}…`)
})
