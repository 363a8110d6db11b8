import fc from "fast-check"
import type { JsonValue } from "../../src/contract/json-value.ts"
import { sampleValues } from "../../src/contract/lock-step/sample-values.ts"
import type { Endpoint } from "../../src/endpoint.ts"
import type { Parameter } from "../../src/validators/parameter.ts"
import { type OddHead, ORDINARY_HEAD, oddHeads } from "./odd-heads.ts"
import { nestedNames, strangeJson, strangeText } from "./strange-values.ts"
import { type Delivery, deliveries } from "./wire-request.ts"

/** What a parameter is sent as: a value that is still to be bound, or JSON text as it is. */
export type FuzzedValue = { readonly value: JsonValue } | { readonly json: string }

/** How a body is written. */
export const ENCODINGS = [
  "json",
  "form",
  "multipart",
  "text",
  "bytes",
  "utf-16",
  "broken utf-8",
  "broken percents",
] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Who sends it. */
export const CALLERS = ["key", "session", "cookie", "jwt", "guest", "wrong"] as const

/** A request to an endpoint, before its values are bound to what the emulator holds. */
export interface FuzzedRequest {
  readonly delivery: Delivery
  readonly endpoint: Endpoint
  /** One of the few users whom all is about. */
  readonly person: string
  readonly caller: (typeof CALLERS)[number]
  readonly params: readonly (readonly [name: string, sent: FuzzedValue])[]
  readonly encoding: Encoding
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly oddHead: OddHead
  /** How many blanks come behind the body. */
  readonly padding: number
  /** In the place of the method that was declared. */
  readonly method: string | undefined
  /** Bytes in the place of the body. */
  readonly bytes: Uint8Array
}

/** More bytes than a body may have. */
const TOO_LARGE = 12 * 1024 * 1024 + 1

const HEADERS = [
  "x-appwrite-project",
  "x-appwrite-key",
  "x-appwrite-jwt",
  "x-appwrite-session",
  "x-appwrite-response-format",
  "x-appwrite-mode",
  "x-appwrite-impersonate-user-id",
  "x-fallback-cookies",
  "cookie",
  "origin",
  "host",
  "user-agent",
  "x-forwarded-for",
  "x-forwarded-proto",
  "x-forwarded-user-agent",
  "content-type",
  "accept-encoding",
  "__proto__",
] as const

/** What a header may hold: anything but the ends of lines. */
const headerValue = fc.oneof(
  strangeText.map((text) => text.replace(/[\r\n\0]/g, "?").slice(0, 4000)),
  fc.constantFrom("eyJpZCI6W119", "a.b.c", "{", "[]", "1.4.0", "99.99.99", "null", "application/json;;;"),
)

function sentValue(name: string, { validator: { sample } }: Parameter<unknown>): fc.Arbitrary<FuzzedValue> {
  const { valid, edge, invalid } = sampleValues(fc, sample, name)
  const asValue = (values: fc.Arbitrary<JsonValue>) => values.map((value) => ({ value }))
  return fc.oneof(
    { weight: 12, arbitrary: asValue(valid) },
    { weight: 3, arbitrary: asValue(edge) },
    { weight: 2, arbitrary: asValue(invalid) },
    { weight: 2, arbitrary: strangeJson.map((json) => ({ json })) },
  )
}

function sentParams({ params }: Endpoint): fc.Arbitrary<FuzzedRequest["params"]> {
  const known = Object.entries(params).map(([name, parameter]) => {
    const sent = sentValue(name, parameter).map((value) => [[name, value] as const])
    const weight = parameter.kind === "required" ? 20 : 3
    return fc.oneof({ weight, arbitrary: sent }, { weight: 1, arbitrary: fc.constant([]) })
  })
  const odd = fc.array(
    fc.tuple(
      fc.oneof(
        strangeText,
        fc.constantFrom(...nestedNames),
        fc.constantFrom(...Object.keys(params), "project", "__proto__", "constructor"),
      ),
      strangeJson,
    ),
    {
      maxLength: 2,
    },
  )
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(...known).map((entries) => entries.flat()) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.tuple(...known), odd)
        .map(([entries, more]) => [
          ...entries.flat(),
          ...more.map(([name, json]) => [name, { json }] as const),
        ]),
    },
  )
}

/** Those who may. */
function usualCallers({ scopes, groups }: Endpoint): readonly FuzzedRequest["caller"][] {
  if (groups?.includes("session")) return ["guest"]
  return scopes.includes("account") ? ["session", "cookie", "jwt"] : ["key"]
}

/** Requests to all endpoints: mostly such that they get far, some of them strange in one place, a few in many. */
export function fuzzedRequests(endpoints: readonly Endpoint[]): fc.Arbitrary<FuzzedRequest> {
  const seldom = <T>(usual: T, other: fc.Arbitrary<T>, weight = 15) =>
    fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })
  const perEndpoint = endpoints.map((endpoint) =>
    fc.record<FuzzedRequest>({
      endpoint: fc.constant(endpoint),
      person: fc.constantFrom("{run}a", "{run}b", "{run}c"),
      caller: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...usualCallers(endpoint)) },
        { weight: 5, arbitrary: fc.constantFrom(...CALLERS) },
      ),
      params: sentParams(endpoint),
      encoding: seldom<Encoding>("json", fc.constantFrom(...ENCODINGS), 8),
      headers: seldom([], fc.array(fc.tuple(fc.constantFrom(...HEADERS), headerValue), { maxLength: 3 }), 8),
      oddHead: seldom(ORDINARY_HEAD, oddHeads, 20),
      padding: seldom(0, fc.constantFrom(100, 70_000, TOO_LARGE), 200),
      delivery: deliveries,
      method: seldom<string | undefined>(
        undefined,
        fc.constantFrom("GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "DELETE", "POST", "PUT", "PATCH"),
        40,
      ),
      bytes: fc.uint8Array({ maxLength: 200 }),
    }),
  )
  return fc.oneof(...perEndpoint)
}
