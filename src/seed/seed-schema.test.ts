import { Ajv2020 } from "ajv/dist/2020.js"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import { seedArbitrary } from "../testkit/arbitraries.ts"
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

it("the schema lets every valid seed pass, and no unknown member", () => {
  const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(seedSchema())
  fc.assert(fc.property(seedArbitrary, (seed) => validate(JSON.parse(JSON.stringify(seed)))))
  expect(validate({ $schema: "./seed.schema.json", users: [{ email: "a@acme.com" }] })).toBe(true)
  expect(validate({ users: [{ emial: "a@acme.com" }] })).toBe(false)
})
