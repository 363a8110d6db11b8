import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    // One less would be the default, which on two cores is one.
    maxWorkers: availableParallelism(),
    include: ["src/**/*.test.ts", "contract-tests/**/*.test.ts"],
    // No test is about time: this only ends one that hangs, also on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
