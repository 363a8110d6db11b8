import { defineConfig } from "vitest/config"

export default defineConfig({ test: { include: ["src/test-support/failing-test/*.case.ts"] } })
