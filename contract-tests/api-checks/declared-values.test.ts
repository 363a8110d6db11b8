import fc from "fast-check"
import { expect, test } from "vitest"
import type { JsonValue } from "../../src/contract/json-value.ts"
import { sampleValues } from "../../src/contract/lock-step/sample-values.ts"
import type { Endpoint } from "../../src/endpoint.ts"
import { appwrite19 } from "../../src/profiles/profiles.ts"
import { loadEndpoints } from "../../src/services/services.ts"
import { boundValue } from "../fuzz/bound-value.ts"
import { misfitsOf } from "./misfits.ts"
import { KEY, newStage, PROJECT } from "./stage.ts"

await appwrite19.load()
const endpoints = await loadEndpoints()
const misfits = misfitsOf(appwrite19, endpoints)

/** Makes a user who is there for all calls, and shows who may call an endpoint. */
async function newCast() {
  const { call } = await newStage()
  await call("POST", "/users", { userId: "fuzza", email: "fuzza@example.com", password: "correct-horse-1" })
  const { body } = await call("POST", "/users/fuzza/sessions")
  const session = { ...PROJECT, "x-appwrite-session": body.secret }
  const mayCall = ({ scopes, groups }: Endpoint) =>
    groups?.includes("session") ? PROJECT : scopes.includes("account") ? session : KEY
  return { call, mayCall }
}

/** A value of each parameter, of one kind; always the same ones. */
function valuesFor({ params }: Endpoint, kind: "valid" | "invalid", seed: number) {
  return Object.entries(params).map(([name, { validator }]) => {
    const [value = null] = fc.sample(sampleValues(fc, validator.sample, name)[kind], { numRuns: 1, seed })
    return [name, boundValue(value, "{run}a", [])] as const
  })
}

function targetOf({ method, path }: Endpoint, values: readonly (readonly [string, JsonValue])[]) {
  const all = Object.fromEntries(values)
  const target = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(all[name] ?? "some")))
  return { method, target, sent: all }
}

const named = endpoints.map((endpoint) => ({
  ...endpoint,
  endpoint,
  name: `${endpoint.method} ${endpoint.path}`,
}))

test.each(named)("what $name answers fits its model", async ({ endpoint }) => {
  const { call, mayCall } = await newCast()
  for (const seed of [1, 2, 3]) {
    const { method, target, sent } = targetOf(endpoint, valuesFor(endpoint, "valid", seed))
    const { status, body } = await call(method, target, sent, mayCall(endpoint))
    if (body === undefined) continue
    expect(misfits(endpoint, status, body), `${method} ${target} ${JSON.stringify(body)}`).toEqual([])
  }
})

const withBody = named.filter(({ method, path, params }) => {
  const others = Object.keys(params).filter((name) => !path.includes(`:${name}`))
  return method !== "GET" && others.length > 0
})

test.each(withBody)("$name accepts no value that its declaration forbids", async ({ endpoint }) => {
  const { call, mayCall } = await newCast()
  for (const seed of [1, 2, 3, 4]) {
    const valid = valuesFor(endpoint, "valid", seed)
    for (const [name, wrong] of valuesFor(endpoint, "invalid", seed)) {
      const parameter = endpoint.params[name]
      const takesNull = parameter?.kind === "optional" && parameter.nullable
      if (endpoint.path.includes(`:${name}`) || (takesNull && wrong === null)) continue
      const values = valid.map(([known, value]) => [known, known === name ? wrong : value] as const)
      const { method, target, sent } = targetOf(endpoint, values)
      const { status } = await call(method, target, sent, mayCall(endpoint))
      expect(
        status,
        `${method} ${target} ${name}: ${JSON.stringify(wrong)?.slice(0, 200)}`,
      ).toBeGreaterThanOrEqual(400)
    }
  }
})
