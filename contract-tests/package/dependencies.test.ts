import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sectionIn } from "../../src/test-support/readme-section.ts"
import { costsIn, dependencySection, dependencyTable, USES } from "./dependency-table.ts"
import { loadedAtStart } from "./loaded-at-start.ts"
import { directDependencies, runtimePackages } from "./runtime-packages.ts"

/** Licences that ask for no more than to be named. */
const PERMISSIVE = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "MIT-0"]

test("every package that users get may be used by everybody", () => {
  const packages = runtimePackages()
  expect(packages.length).toBeGreaterThanOrEqual(directDependencies().length)
  expect(packages.filter(({ licence }) => !PERMISSIVE.includes(licence))).toEqual([])
})

test("no package runs anything when it is installed", () => {
  expect(runtimePackages().filter(({ runsAtInstall }) => runsAtInstall)).toEqual([])
})

test("README.md tells of all of them what is so: npm run dependency-table writes it", async () => {
  expect(Object.keys(USES).toSorted()).toEqual(directDependencies().toSorted())
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8")
  const table = sectionIn(readme, dependencySection)
  const costs = costsIn(table)
  expect([...costs.values()].filter((cost) => !/^\d+ ms$/.test(cost))).toEqual([])
  const made = dependencyTable({ packages: runtimePackages(), atStart: await loadedAtStart(), costs })
  expect(table).toBe(made)
})
