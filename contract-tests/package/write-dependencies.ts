import { readFileSync, writeFileSync } from "node:fs"
import { withSection } from "../../src/test-support/readme-section.ts"
import { dependencySection, dependencyTable } from "./dependency-table.ts"
import { loadedAtStart } from "./loaded-at-start.ts"
import { directDependencies, runtimePackages } from "./runtime-packages.ts"
import { startCost } from "./start-costs.ts"

const file = new URL("../../README.md", import.meta.url)
const costs = new Map(directDependencies().map((name) => [name, `${Math.round(startCost(name))} ms`]))
const table = dependencyTable({ packages: runtimePackages(), atStart: await loadedAtStart(), costs })
writeFileSync(file, withSection(readFileSync(file, "utf8"), dependencySection, table))
