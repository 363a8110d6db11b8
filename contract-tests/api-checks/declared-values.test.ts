import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { JsonValue } from "../../src/contract/json-value.ts"
import { sampleValues } from "../../src/contract/lock-step/sample-values.ts"
import type { Seed } from "../../src/emulator.ts"
import type { Endpoint } from "../../src/endpoint.ts"
import type { ProfileName } from "../../src/profiles/profile.ts"
import { PROFILE_NAMES, PROFILES } from "../../src/profiles/profiles.ts"
import { boundValue } from "../fuzz/bound-value.ts"
import { misfitsOf } from "./misfits.ts"
import { endpointsOfVersion, KEY, newStage, PROJECT } from "./stage.ts"

/** The user whom all calls are about; a challenge was just solved in the session. */
const seed: Seed = {
  users: [
    {
      $id: "fuzza",
      email: "fuzza@example.com",
      password: "correct-horse-1",
      sessions: [{ factors: ["password", "totp"], mfaUpdatedAt: new Date().toISOString() }],
    },
  ],
}

/** Appwrite 1.5 looks at nothing of a URL but its host, and at no integer's size. */
const LAXER: Partial<Record<ProfileName, ReadonlySet<string>>> = {
  "1.5": new Set([
    "url",
    "success",
    "failure",
    "passwordCpu",
    "passwordMemory",
    "passwordParallel",
    "passwordLength",
  ]),
}

type Value = readonly [name: string, value: JsonValue]

/** A value of each parameter, of one kind; always the same ones. */
function valuesFor({ params }: Endpoint, kind: "valid" | "invalid", sampleSeed: number): Value[] {
  return Object.entries(params).map(([name, { validator }]) => {
    const { [kind]: values } = sampleValues(fc, validator.sample, name)
    const [value = null] = fc.sample(values, { numRuns: 1, seed: sampleSeed })
    return [name, boundValue(value, "{run}a", [])]
  })
}

/** What goes into the path, the query and the body. */
function requestOf({ method, path }: Endpoint, values: readonly Value[]) {
  const all = new Map(values)
  const inPath = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = all.get(name)
    all.delete(name)
    const text = typeof value === "string" && value !== "" ? value : "some"
    // The server does not decode paths; this one stands in phone numbers.
    return encodeURIComponent(text).replaceAll("%2B", "+")
  })
  if (method !== "GET") return { target: inPath, sent: Object.fromEntries(all) }
  const texts = [...all].filter((entry): entry is [string, string] => typeof entry[1] === "string")
  return { target: `${inPath}?${new URLSearchParams(texts)}`, sent: {} }
}

/** Whether a value arrives as what it is: in paths and queries all is text. */
function isSentAsIs({ method, path }: Endpoint, name: string, value: JsonValue): boolean {
  if (path.includes(`:${name}`)) return typeof value === "string" && /^[^/]+$/.test(value)
  return method !== "GET" || typeof value === "string"
}

describe.each(PROFILE_NAMES)("Appwrite %s", async (appwrite) => {
  const endpoints = await endpointsOfVersion(appwrite)
  const misfits = misfitsOf(PROFILES[appwrite], endpoints)
  const named = endpoints.map((endpoint) => ({ endpoint, name: `${endpoint.method} ${endpoint.path}` }))

  /** A fresh stage, and who may call an endpoint on it. */
  async function newCast() {
    const { call, emulator } = await newStage({ appwrite, seed })
    const secret = emulator.planted.users[0]?.sessions[0]?.secret ?? ""
    const session = { ...PROJECT, "x-appwrite-session": secret }
    const mayCall = ({ scopes, groups }: Endpoint) =>
      groups?.includes("session") || scopes.includes("public")
        ? PROJECT
        : scopes.includes("account")
          ? session
          : KEY
    return { call, mayCall }
  }

  test.each(named)("what $name answers fits its model", async ({ endpoint }) => {
    for (const sampleSeed of [1, 2, 3]) {
      const { call, mayCall } = await newCast()
      const { target, sent } = requestOf(endpoint, valuesFor(endpoint, "valid", sampleSeed))
      const { status, body } = await call(endpoint.method, target, sent, mayCall(endpoint))
      if (body === undefined) continue
      expect(misfits(endpoint, status, body), `${target} ${JSON.stringify(body)}`).toEqual([])
    }
  })

  test.each(named)("$name accepts no value that its declaration forbids", async ({ endpoint }) => {
    const { call, mayCall } = await newCast()
    for (const sampleSeed of [1, 2, 3, 4]) {
      const valid = valuesFor(endpoint, "valid", sampleSeed)
      for (const [name, wrong] of valuesFor(endpoint, "invalid", sampleSeed)) {
        const parameter = endpoint.params[name]
        const takesNull = parameter?.kind === "optional" && parameter.nullable
        if (LAXER[appwrite]?.has(name)) continue
        if ((takesNull && wrong === null) || !isSentAsIs(endpoint, name, wrong)) continue
        const values = valid.map(([known, value]): Value => [known, known === name ? wrong : value])
        const { target, sent } = requestOf(endpoint, values)
        const { status, body } = await call(endpoint.method, target, sent, mayCall(endpoint))
        const shown = `${endpoint.method} ${target} ${JSON.stringify(sent)}: ${JSON.stringify(body)}`
        // It is that parameter which is refused, and not something else by chance.
        if (wrong === null && status === 500) continue
        expect({ status, type: body?.type }, shown).toEqual({ status: 400, type: "general_argument_invalid" })
        expect(body.message, shown).toContain(`\`${name}\``)
      }
    }
  })
})
