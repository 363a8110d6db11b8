import type { Scenario } from "../scenario.ts"

/** Whether the server is there, and which one it is. */
export const health: Scenario = {
  name: "health",
  area: "health",
  async run({ step }) {
    for (const path of ["/health", "/health/version", "/ping"]) {
      await step("GET", path)
      await step("GET", path, { as: "guest" })
    }
    await step("POST", "/health", { body: {} })
  },
}
