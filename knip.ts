import type { KnipConfig } from "knip"
import { entries } from "./src/build/entries.ts"

/** What nothing uses is found from here: what the package shows, and what people and scripts run. */
export default {
  entry: [
    ...Object.values(entries()),
    ".ci/*.mjs",
    "contract-tests/runtimes/programme.mjs",
    "src/bench/suite/*.case.mjs",
    "src/bench/suite/vitest.config.ts",
  ],
  project: ["src/**", "contract-tests/**", ".ci/*.mjs", "*.ts"],
  // A package that fails is a test of the fixtures for vitest.
  ignore: ["src/test-support/failing-test/**"],
  // README.md's examples run jest and Playwright; the types of node-appwrite-12 call it by the name that it has without
  // the alias.
  ignoreDependencies: ["jest", "@playwright/test", "node-appwrite"],
  // A disk that is full is mounted, and a certificate made, where that is possible.
  ignoreBinaries: ["mount", "umount", "openssl"],
  vitest: { entry: ["src/**/*.test.ts", "contract-tests/**/*.test.ts"] },
} satisfies KnipConfig
