import type { SettledStep } from "../src/contract/ledger.ts"
import type { ReadmeSection } from "../src/test-support/readme-section.ts"
import { areaSection, areaTable } from "./area-table.ts"
import { routeSection, routeTable } from "./route-table.ts"

/** What README.md tells of the recordings: its sections, and how each is made of all recorded steps. */
export const SECTIONS: readonly {
  readonly section: ReadmeSection
  readonly make: (steps: readonly SettledStep[]) => string | Promise<string>
}[] = [
  { section: areaSection, make: areaTable },
  { section: routeSection, make: routeTable },
]
