import { expect, test, vi } from "vitest"
import { program } from "../../src/cli/program.ts"
import { controlApp } from "../../src/control/app.ts"
import { createEmulator } from "../../src/emulator.ts"
import { newArrivals } from "../../src/handle/arrivals.ts"
import { appwrite19 } from "../../src/profiles/profiles.ts"
import { emptyProjects } from "../../src/project/projects.ts"
import { seedSchema } from "../../src/seed/seed-schema.ts"
import { userFactory } from "../../src/testkit/factories.ts"
import { DOCUMENTS } from "./documents.ts"

const textOf = (path: string): string => DOCUMENTS.find((document) => document.path === path)?.text ?? ""

/** The cells of the first table below a heading. */
function tableBelow(path: string, heading: string): string[][] {
  const [, below = ""] = textOf(path).split(`\n${heading}\n`)
  const [table = ""] = /^\|.*\|$(\n^\|.*\|$)*/m.exec(below) ?? []
  const rows = table.split("\n").map((row) => row.split("|").slice(1, -1))
  return rows.slice(2).map((cells) => cells.map((cell) => cell.trim()))
}

/** What stands in code in the first column, without what belongs to calls. */
const namesIn = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap(([first = ""]) =>
    [...first.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code.replace(/\(.*$/, "")),
  )

const sorted = (names: Iterable<string>): string[] => [...names].sort()

test("all options of the command line are told, with their variables and what counts without them", () => {
  for (const name of Object.keys(process.env)) if (name.startsWith("EMULATOR_")) vi.stubEnv(name, undefined)
  const start = program().commands.find((command) => command.name() === "start")
  const declared = start?.options.map(({ flags, envVar, defaultValue }) => [
    `\`${flags}\``,
    `\`${envVar}\``,
    defaultValue === undefined ? "" : `\`${defaultValue}\``,
  ])
  const told = tableBelow("docs/local-development.md", "## Options").map((cells) => cells.slice(0, 3))
  expect(told).toEqual(declared)
  vi.unstubAllEnvs()
})

test("all commands are told", () => {
  const told = namesIn(tableBelow("docs/local-development.md", "## From another terminal"))
  const known = program()
    .commands.map((command) => command.name())
    .filter((name) => name !== "start" && name !== "help")
  expect(sorted(told.map((line) => line.split(" ")[0] ?? ""))).toEqual(sorted(known))
})

test("all options of createEmulator are told", async () => {
  const told = namesIn(tableBelow("docs/in-process.md", "### Options of createEmulator"))
  const refused = await createEmulator({ "?": 1 } as object).catch((error: Error) => error.message)
  const [, known = ""] = /there are (.*)\.$/.exec(String(refused)) ?? []
  expect(sorted(told)).toEqual(sorted(known.split(", ")))
})

test("all members of an emulator and of a project are told", async () => {
  const emulator = await createEmulator()
  expect(sorted(namesIn(tableBelow("docs/in-process.md", "### An emulator")))).toEqual(
    sorted(Object.keys(emulator)),
  )
  expect(sorted(namesIn(tableBelow("docs/in-process.md", "### A project")))).toEqual(
    sorted(Object.keys(emulator.project())),
  )
})

test("all routes of the emulator's own are told", async () => {
  const told = namesIn(tableBelow("docs/local-development.md", "## Routes of the emulator"))
  const { routes } = controlApp({
    emulator: await createEmulator(),
    projects: emptyProjects({ strict: true, profile: appwrite19, defaultKeys: [], onProvision: () => {} }),
    arrivals: newArrivals(),
    profile: appwrite19,
    listeningAt: () => undefined,
  })
  const known = routes.flatMap(({ method, path }) =>
    method === "ALL" ? [] : [`${method} ${path.replace("/_emulator", "")}`],
  )
  expect(sorted(told)).toEqual(sorted(known))
})

test("all members of a seed are told", () => {
  const { properties } = JSON.parse(JSON.stringify(seedSchema()))
  const told = tableBelow("docs/seeds.md", "## Members").map((cells) => namesIn([cells]))
  const ofUsers = told
    .filter(([first]) => first?.startsWith("users[]."))
    .flat()
    .map((name) => name.replace("users[].", ""))
  expect(sorted(ofUsers)).toEqual(sorted(Object.keys(properties.users.items.properties)))
  const others = told.map(([first = ""]) => first.split("[]")[0] ?? "")
  expect(sorted(new Set(["$schema", ...others]))).toEqual(sorted(Object.keys(properties)))
})

test("all traits of users are told", () => {
  const [, factories = ""] = /\n## Factories\n(.*?)\n## /s.exec(textOf("docs/seeds.md")) ?? []
  const missing = Object.keys(userFactory).filter((name) => !factories.includes(name))
  expect(missing).toEqual([])
})
