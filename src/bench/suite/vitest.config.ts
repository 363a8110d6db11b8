import { defineConfig } from "vitest/config"

export default defineConfig({
  test: { include: ["src/bench/suite/*.case.mjs"], fileParallelism: false },
})
