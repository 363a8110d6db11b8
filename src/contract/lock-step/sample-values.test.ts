import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { decodeJson } from "../../php/json-decode.ts"
import { rules19 } from "../../profiles/1.9.ts"
import { appwrite19 } from "../../profiles/profiles.ts"
import { Refusal, type Validator } from "../../validators/validator.ts"
import { isJsonObject, type JsonValue } from "../json-value.ts"
import { loadRoutes } from "./load-routes.ts"
import { resolveCall } from "./resolve-call.ts"
import { sampleValues } from "./sample-values.ts"

const endpoints = await loadRoutes()
/** Every parameter that is declared, once for each name and what it accepts. */
const parameters = new Map(
  endpoints.flatMap(({ params }) =>
    Object.entries(params).map(([name, { validator }]) => {
      const title = `${name}: ${JSON.stringify(validator.sample).slice(0, 80)}`
      return [title, { name, validator }] as const
    }),
  ),
)
const context = {
  projectId: "p",
  settings: appwrite19.settings,
  now: Date.UTC(2026, 10, 23),
  rules: rules19,
}

/** A value as it is sent where no earlier answer is there to take anything from. */
function sentValue(value: JsonValue): JsonValue {
  const call = {
    method: "POST",
    path: "/",
    as: "key",
    person: "{run}a",
    headers: {},
    params: { value },
  } as const
  const places = { run: "ls1x", phone: "+1415555010" }
  const { content } = resolveCall(call, { project: "p", key: "k", places, findings: [] }).sent
  return content !== undefined && "json" in content && isJsonObject(content.json)
    ? (content.json.value ?? null)
    : null
}

async function isAccepted(validator: Validator<unknown>, value: JsonValue): Promise<boolean> {
  const decoded = decodeJson(JSON.stringify(sentValue(value)))
  if (decoded === undefined) throw new Error("is no JSON for PHP")
  return !((await validator.check(decoded, context)) instanceof Refusal)
}

describe.each([...parameters])("%s", (_, { name, validator }) => {
  const { valid, edge, invalid } = sampleValues(fc, validator.sample, name)

  test.each([
    ["valid", fc.oneof(valid, edge), true],
    ["invalid", invalid, false],
  ])("%s values", async (_kind, values, expected) => {
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        expect(await isAccepted(validator, value)).toBe(expected)
      }),
      { numRuns: 40 },
    )
  })
})
