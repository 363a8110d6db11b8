import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sectionIn } from "../test-support/readme-section.ts"
import { GOALS, type Goal, outcomesOf } from "./goals.ts"
import { benchMarkdown, benchSection } from "./markdown.ts"
import { readOptions } from "./options.ts"
import { type BenchResult, thisMachine } from "./result.ts"

const nothing: BenchResult = {
  options: readOptions([]),
  machine: thisMachine(),
  summary: { footprints: [], rows: [], accountOfGet: null },
  state: [],
  sizes: [],
  serverLogins: undefined,
  suite: undefined,
}

const goal = (bound: Goal["bound"], figure: number | undefined): Goal => ({
  what: "calls",
  limit: 500,
  bound,
  unit: "a second",
  figure: () => figure,
})

test.each([
  ["least", 500, true],
  ["least", 499, false],
  ["most", 500, true],
  ["most", 501, false],
] as const)("a goal of at %s 500, measured %d: met is %s", (bound, figure, isMet) => {
  expect(outcomesOf(nothing, [goal(bound, figure)])).toEqual([
    { what: "calls", limit: `at ${bound} 500/s`, figure: `${figure}/s`, isMet },
  ])
})

test("a goal that was not measured is neither met nor missed", () => {
  expect(outcomesOf(nothing, [goal("least", undefined)])).toEqual([])
  expect(outcomesOf(nothing)).toEqual([])
})

test("a missed goal is shown as missed", () => {
  const slow: BenchResult = { ...nothing, summary: { ...nothing.summary, accountOfGet: 0.5 } }
  expect(benchMarkdown(slow)).toMatch(
    /^\| get account against get.* \| at least 0.80 times \| 0.50 times +\| missed \|$/m,
  )
})

test("README.md shows what became of each goal", () => {
  const section = sectionIn(readFileSync(new URL("../../README.md", import.meta.url), "utf8"), benchSection)
  const [, table = ""] = section.split("**Goals**\n\n")
  const [goals = ""] = table.split("\n\n")
  const shown = goals
    .split("\n")
    .slice(2)
    .map((line) => line.split("|")[1]?.trim())
  expect(shown).toEqual(GOALS.map(({ what }) => what))
})
