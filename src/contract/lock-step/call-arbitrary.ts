import type * as FastCheck from "fast-check"
import { guestScopes, keyScopes, userScopes } from "../../scopes.ts"
import type { JsonValue } from "../json-value.ts"
import type { Caller } from "../transcript.ts"
import { type Call, people, type Route, userAgent } from "./call.ts"
import { type Fc, sampleValues } from "./sample-values.ts"

/**
 * Calls of one endpoint: mostly of callers who may, with parameters that pass; some with one parameter at its bounds,
 * refused, `null` or left out; some of others.
 */
export function callArbitrary(fc: Fc, route: Route): FastCheck.Arbitrary<Call> {
  const { method, path } = route
  return fc.record({
    method: fc.constant(method),
    path: fc.constant(path),
    as: callers(fc, route),
    person: fc.oneof(
      { weight: 3, arbitrary: fc.constant(people[0] ?? "") },
      { weight: 2, arbitrary: fc.constantFrom(...people) },
    ),
    headers: headers(fc),
    params: parameters(fc, route),
  })
}

type Weighted<T> = FastCheck.WeightedArbitrary<T>

function callers(fc: Fc, { scopes }: Route): FastCheck.Arbitrary<Caller> {
  const of = (weight: number, as: Caller): Weighted<Caller> => ({ weight, arbitrary: fc.constant(as) })
  // Keys are given the scopes of servers only, see `keyScopes`.
  const keyMay = scopes.some((scope) => keyScopes.has(scope) || (scope !== "account" && scope !== "public"))
  const userMay = scopes.some((scope) => userScopes.has(scope))
  const guestMay = scopes.some((scope) => guestScopes.has(scope))
  return fc.oneof(
    of(keyMay ? 40 : 1, "key"),
    // Clients are limited in how often they may log in, keys are not.
    of(guestMay ? 4 : 1, "guest"),
    of(userMay ? 20 : 1, "session"),
    of(userMay ? 4 : 1, "jwt"),
    of(userMay ? 4 : 1, "cookie"),
  )
}

const browser =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36"

function headers(fc: Fc): FastCheck.Arbitrary<Call["headers"]> {
  const of = (weight: number, value: Call["headers"]) => ({ weight, arbitrary: fc.constant(value) })
  const usual = { "user-agent": userAgent }
  return fc.oneof(
    of(20, usual),
    of(1, { "user-agent": browser }),
    of(1, { ...usual, "x-appwrite-response-format": "1.8.0" }),
    of(1, { ...usual, "x-appwrite-response-format": "1.4.0" }),
  )
}

function parameters(fc: Fc, { path, params }: Route): FastCheck.Arbitrary<Call["params"]> {
  const declared = Object.entries(params).map(([name, { kind, validator }]) => ({
    name,
    values: sampleValues(fc, validator.sample, name),
    isInPath: path.split("/").includes(`:${name}`),
    isRequired: kind === "required",
  }))
  const valid = Object.fromEntries(declared.map(({ name, values }) => [name, values.valid]))
  const needed = declared.filter(({ isRequired, isInPath }) => isRequired || isInPath).map(({ name }) => name)
  const of = (weight: number, fields: Fields, requiredKeys: string[]): Weighted<Call["params"]> => ({
    weight,
    arbitrary: fc.record(fields, { requiredKeys }),
  })
  const faults = declared.flatMap(({ name, values, isInPath }) => {
    const { [name]: _, ...others } = valid
    return [
      of(3, { ...valid, [name]: values.edge }, [...needed, name]),
      of(2, { ...valid, [name]: values.invalid }, [...needed, name]),
      ...(isInPath
        ? []
        : [
            of(
              1,
              others,
              needed.filter((other) => other !== name),
            ),
          ]),
    ]
  })
  return fc.oneof(of(Math.max(1, 8 * declared.length), valid, needed), ...faults)
}

type Fields = Record<string, FastCheck.Arbitrary<JsonValue>>
