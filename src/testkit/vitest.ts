import { test as base, type TestAPI } from "vitest"
import { requestLine } from "../cli/request-line.ts"
import { styleFor } from "../cli/style.ts"
import { createEmulator, type EmulatorOptions } from "../emulator.ts"
import type { Emulator } from "../handle/emulator.ts"
import type { EmulatorProject } from "../handle/emulator-project.ts"
import type { Planted } from "../seed/planted.ts"
import type { SeedSource } from "../seed/seed-source.ts"
import type { Listening } from "../server/listen.ts"
import { type SeededProject, seededProjects } from "./seeded-projects.ts"

/** A seed that no function is taken for: to vitest a function is what makes a value, and all members of a seed are optional. */
type PlainSeed = string | (Exclude<SeedSource, string> & { readonly call?: never })

/** What a test can ask for. Nothing is started that no test asks for. */
export interface AppwriteFixtures {
  /** What `project` starts with: `test.override({ seed })`, in vitest 3 `test.scoped({ seed })`. By default nothing. */
  readonly seed: PlainSeed | undefined
  /** One for all tests of a worker, and closed at its end. */
  readonly emulator: Emulator
  /** The emulator on a port; from then on `project.endpoint` is that of the port. */
  readonly server: Listening
  /** A project of the test's own, which nobody else sees and which is gone after it. */
  readonly project: EmulatorProject
  /** What the seed has made in `project`: IDs, and secrets of sessions and keys. */
  readonly planted: Planted
}

interface OwnFixtures extends AppwriteFixtures {
  readonly newProject: (seed: SeedSource | undefined) => Promise<SeededProject>
  readonly seeded: SeededProject
}

/** The newest requests are those that matter where a test failed. */
const MOST_REQUESTS = 20

/** The latest exchanges of a project, one a line, without secrets. */
function lastRequests({ log }: EmulatorProject): string {
  const style = styleFor(process.stderr)
  const lines = log.list().slice(-MOST_REQUESTS)
  return lines.map((entry) => requestLine(entry, style)).join("\n")
}

/**
 * A `test` of vitest with an emulator.
 *
 * A test that fails prints the last 20 requests of its project. After a test with a `project`, faults are cleared and the
 * clock goes on as at the start, unless the test is concurrent, since others may need them then.
 * @param options of the emulator; by default only its own projects exist (`strict`), so that a wrong project ID is told.
 * @example
 * const test = appwriteTest({ rateLimits: true })
 */
export function appwriteTest(options: EmulatorOptions = {}): TestAPI<AppwriteFixtures> {
  return base.extend<OwnFixtures>({
    seed: undefined,
    emulator: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs.
      async ({}, use) => {
        const emulator = await createEmulator({ strict: true, ...options })
        await use(emulator)
        await emulator.close()
      },
      { scope: "worker" },
    ],
    server: [async ({ emulator }, use) => use(await emulator.listen()), { scope: "worker" }],
    newProject: [async ({ emulator }, use) => use(seededProjects(emulator)), { scope: "worker" }],
    seeded: async ({ emulator, newProject, seed, task }, use) => {
      const seeded = await newProject(seed)
      await use(seeded)
      const requests = task.result?.state === "fail" ? lastRequests(seeded.project) : ""
      if (requests !== "") console.error(`Requests of "${task.name}":\n${requests}`)
      seeded.project.delete()
      if (task.concurrent) return
      emulator.clock.reset()
      emulator.faults.clear()
    },
    project: ({ seeded }, use) => use(seeded.project),
    planted: ({ seeded }, use) => use(seeded.planted),
  })
}

/** A `test` of vitest with an emulator: see {@link appwriteTest}. */
export const test: TestAPI<AppwriteFixtures> = appwriteTest()

/**
 * The same as `test`.
 * @alias
 */
export const it: TestAPI<AppwriteFixtures> = test
