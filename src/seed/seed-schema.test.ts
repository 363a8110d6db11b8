import { expect, it } from "vitest"
import { seedSchema } from "./seed-schema.ts"

it("the schema tells editors of members, bounds and words", () => {
  const { properties = {}, additionalProperties } = seedSchema()
  expect(additionalProperties).toBe(false)
  expect(Object.keys(properties)).toEqual(["$schema", "settings", "keys", "providers", "teams", "users"])
  const user = properties.users?.items?.properties ?? {}
  expect(user.name).toEqual({ description: "Name.", type: "string", maxLength: 128 })
  expect(user.hash?.enum).toContain("scryptMod")
  expect(user.sessions?.items?.properties?.factors?.items?.enum).toContain("totp")
  expect(properties.teams?.items?.required).toEqual(["name"])
  expect(properties.settings?.properties?.maxSessions?.anyOf).toEqual([
    { type: "integer", minimum: 1, maximum: 5000 },
    { type: "null" },
  ])
})
