import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "contract-tests/**/*.test.ts"],
    // No test is about time: this only ends one that hangs, also on a busy machine.
    testTimeout: 60_000,
  },
})
