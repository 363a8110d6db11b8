import fc from "fast-check"
import type { JsonValue } from "../../src/contract/json-value.ts"
import { BODILESS, CONTROL_BODIES, TAKES_EXPORT } from "./control-bodies.ts"
import type { ControlRoute } from "./control-routes.ts"
import { editedJson } from "./edited-json.ts"
import { type OddHead, ORDINARY_HEAD, oddHeads, requestLine } from "./odd-heads.ts"
import { strangeJson, strangeText } from "./strange-values.ts"
import { type Delivery, deliveries, type WireRequest } from "./wire-request.ts"

/** A request to one of the emulator's own routes. */
export interface ControlRequest {
  readonly route: ControlRoute
  readonly delivery: Delivery
  /** What stands in the places of the path, in order. */
  readonly places: readonly string[]
  readonly query: readonly (readonly [name: string, value: string])[]
  readonly headers: readonly string[]
  readonly oddHead: OddHead
  readonly body: string
}

/** What the door wants to see. */
const DOOR = ["x-emulator-control: 1"]
const ODD_DOORS = [
  [],
  ["x-emulator-control: 0"],
  ["x-emulator-control: 1", "x-emulator-control: 1"],
  ["x-emulator-control: 1", "origin: http://localhost"],
  ["x-emulator-control: 1", "host: elsewhere.example"],
]

/** Stands for the ID of a snapshot or a webhook that is there. */
const KNOWN = "{known}"

const PLACES = [
  "emulator",
  "emulator",
  KNOWN,
  KNOWN,
  KNOWN,
  "shop",
  "old",
  "none",
  "console",
  "1",
  "2",
  "__proto__",
  "%ff",
  "%00",
  "..%2f",
]
const QUERY_NAMES = [
  "project",
  "kind",
  "channel",
  "recipient",
  "userId",
  "method",
  "route",
  "path",
  "status",
  "caller",
  "error",
  "since",
  "search",
  "limit",
  "to",
  "wait",
  "__proto__",
]
const QUERY_VALUES = [
  "emulator",
  "otp",
  "email",
  "4xx",
  "404",
  "1",
  "0",
  "-1",
  "key",
  "GET",
  "9007199254740993",
]

/** Streams don't end before the client does. */
const STREAM = "GET /_emulator/log/stream"

/** Requests to all of the emulator's own routes. @param lines of an export. */
export function controlRequests(
  routes: readonly ControlRoute[],
  lines: readonly string[],
): fc.Arbitrary<ControlRequest> {
  const seldom = <T>(usual: T, other: fc.Arbitrary<T>, weight: number) =>
    fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })
  const text = (known: readonly string[]) =>
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: strangeText })
  const perRoute = routes.map((route) => {
    const name = `${route.method} ${route.path}`
    const places = [...route.path.matchAll(/:\w+/g)].length
    return fc.record<ControlRequest>({
      route: fc.constant(route),
      delivery:
        name === STREAM ? deliveries.map((one) => ({ ...one, manner: "abandoned" as const })) : deliveries,
      places: fc.array(text(PLACES), { minLength: places, maxLength: places }),
      query: seldom(
        [],
        fc.array(fc.tuple(fc.constantFrom(...QUERY_NAMES), text(QUERY_VALUES)), { maxLength: 3 }),
        2,
      ),
      headers: seldom(DOOR, fc.constantFrom(...ODD_DOORS), 15),
      oddHead: seldom(ORDINARY_HEAD, oddHeads, 20),
      body: bodies(name, lines),
    })
  })
  return fc.oneof(...perRoute)
}

function bodies(name: string, lines: readonly string[]): fc.Arbitrary<string> {
  if (name === TAKES_EXPORT) return editedLines(lines)
  const known = CONTROL_BODIES[name]
  if (known !== undefined) {
    const edited = fc.oneof(...known.map(editedJson))
    return fc.oneof({ weight: 8, arbitrary: edited }, { weight: 1, arbitrary: strangeJson })
  }
  if (/^(?:GET|DELETE) /.test(name) || BODILESS.has(name)) return fc.constant("")
  throw new Error(`Nothing is known of what ${name} takes`)
}

/** An export in which up to two lines are edited, and of which the end may be missing. */
function editedLines(lines: readonly string[]): fc.Arbitrary<string> {
  const edits = fc.array(
    fc.nat(lines.length - 1).chain((place) => {
      const line: JsonValue = JSON.parse(lines[place] ?? "null")
      return fc.oneof(editedJson(line), strangeJson).map((edited) => ({ place, edited }))
    }),
    { maxLength: 2 },
  )
  const kept = fc.oneof(
    { weight: 8, arbitrary: fc.constant(lines.length) },
    { weight: 1, arbitrary: fc.nat(lines.length) },
  )
  return fc.tuple(edits, kept).map(([made, length]) => {
    const changed = lines.map((line, index) => made.find(({ place }) => place === index)?.edited ?? line)
    return `${changed.slice(0, length).join("\n")}\n`
  })
}

/** What there is to be named, by the placeholders of paths. */
export type KnownIds = ReadonlyMap<string, string>

/** A request as it goes over the wire, to a port of this machine. */
export function controlBytes(request: ControlRequest, port: number, known: KnownIds): WireRequest {
  const { route, places, query, headers, oddHead, body } = request
  const rest = [...places]
  const path = route.path.replace(/:\w+/g, (name) => {
    const place = rest.shift() ?? ""
    return inPath(place === KNOWN ? (known.get(name) ?? place) : place)
  })
  const search = new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])).toString()
  const target = search === "" ? path : `${path}?${search}`
  const lines = [`host: 127.0.0.1:${port}`, ...headers, ...oddHead.lines].map((line) => `${line}\r\n`)
  return { head: requestLine(route.method, target, oddHead) + lines.join(""), body: Buffer.from(body) }
}

/** Escaped, but for what is escaped wrongly on purpose. */
const inPath = (text: string): string =>
  PLACES.includes(text) ? text : encodeURIComponent(Buffer.from(text).toString()).slice(0, 4000)
