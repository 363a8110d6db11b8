import { isJsonObject, type JsonValue, parseJson } from "../src/contract/json-value.ts"
import type { Target } from "../src/contract/replay.ts"
import type { Answer, Step, Transcript } from "../src/contract/transcript.ts"
import { type Renewal, renewalOf } from "./renewal.ts"

/** What a server may do wrong: give another answer than the right one of a step. */
export type Spoiler = (answer: Answer, step: Step, index: number) => Answer

/** A target, and the time by its own clock. */
export interface TimedTarget {
  readonly target: Target
  readonly now: () => number
}

/** Whole days, so that dates that are cut to hours or days stay cut. */
const shift = 77 * 24 * 3600 * 1000

/**
 * A server that gives a transcript's answers again, as another run of the recorded server would have: what it
 * made is renewed, dates are moved. It checks that the requests come renewed alike.
 */
export function renewedServer(transcript: Transcript, spoil: Spoiler = (answer) => answer): TimedTarget {
  const renewal = renewalOf(transcript, shift)
  const key = renewal.text(transcript.key)
  let index = 0
  let answeredAt: number | undefined
  return {
    now() {
      const time = answeredAt ?? (transcript.steps[index]?.at ?? 0) + shift
      answeredAt = undefined
      return time
    },
    target: {
      baseUrl: "http://127.0.0.1/v1",
      project: renewal.text(transcript.project),
      key,
      async fetch(request) {
        const step = transcript.steps[index]
        if (step === undefined) throw new Error("more requests than recorded steps")
        await checkRequest(request, step, renewal)
        const response = toResponse(spoil(renewedAnswer(step.answer, renewal), step, index))
        answeredAt = step.at + step.ms + shift
        index += 1
        return response
      },
    },
  }
}

async function checkRequest(request: Request, step: Step, renewal: Renewal): Promise<void> {
  const { pathname, search } = new URL(request.url)
  const wanted = new URL(`http://127.0.0.1/v1${renewal.text(step.path)}`)
  for (const [name, value] of Object.entries(step.query)) {
    const items =
      typeof value === "string" ? [[name, value]] : value.map((item, at) => [`${name}[${at}]`, item])
    for (const [key = "", item = ""] of items) wanted.searchParams.append(key, renewal.text(item))
  }
  expectSame("method", request.method, step.method)
  expectSame("path", pathname, wanted.pathname)
  expectSame("query", [...new URLSearchParams(search)], [...wanted.searchParams])
  for (const [name, value] of Object.entries(step.headers)) {
    expectSame(name, request.headers.get(name) ?? "", renewal.text(value))
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await request.arrayBuffer())
  if (step.content === undefined) expectSame("body", text, "")
  else if ("raw" in step.content) expectSame("body", text, renewal.text(step.content.raw))
  else
    expectSame(
      "body",
      withoutCodes(parseJson(text) ?? null, step.content.json),
      renewal.value(withoutCodes(step.content.json, step.content.json)),
    )
}

/** Takes the time-based codes out of a body, where `recorded` has them; other tests are about them. */
function withoutCodes(value: JsonValue, recorded: JsonValue): JsonValue {
  if (!isJsonObject(value) || !isJsonObject(recorded)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const before = recorded[name]
      return [name, isJsonObject(before) && typeof before.$totp === "string" ? "code" : item]
    }),
  )
}

function expectSame(what: string, given: JsonValue, wanted: JsonValue): void {
  if (JSON.stringify(given) === JSON.stringify(wanted)) return
  throw new Error(`${what} came as ${JSON.stringify(given)}, not as ${JSON.stringify(wanted)}`)
}

function renewedAnswer(answer: Answer, renewal: Renewal): Answer {
  return {
    status: answer.status,
    headers: Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, renewal.text(value)]),
    ),
    cookies: answer.cookies.map((line) => renewedCookie(line, renewal)),
    body: renewal.value(answer.body),
  }
}

function renewedCookie(line: string, renewal: Renewal): string {
  const [pair = "", ...attributes] = line.split("; ")
  const [name = "", value = ""] = pair.split(/=(.*)/s)
  const fresh = `${renewal.text(name)}=${encodeURIComponent(renewal.text(decodeURIComponent(value)))}`
  return [fresh, ...attributes.map(movedExpiry)].join("; ")
}

function movedExpiry(attribute: string): string {
  if (!attribute.startsWith("expires=") || attribute.includes("1970")) return attribute
  const later = new Date(Date.parse(attribute.slice(8).replaceAll("-", " ")) + shift).toUTCString()
  return `expires=${later.replace(/ (\w{3}) /, "-$1-")}`
}

function toResponse({ status, headers, cookies, body }: Answer): Response {
  const all = new Headers(Object.entries(headers).map(([name, value]) => [name, value]))
  for (const line of cookies) all.append("set-cookie", line)
  const isPage = isJsonObject(body) && typeof body.$text === "string"
  const text = isPage ? String(body.$text) : JSON.stringify(body)
  return new Response(body === null ? null : new TextEncoder().encode(text), { status, headers: all })
}
