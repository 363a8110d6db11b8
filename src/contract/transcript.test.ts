import { describe, expect, test } from "vitest"
import { parseTranscript } from "./transcript.ts"

const step = {
  as: "key",
  method: "GET",
  path: "//users/%75",
  headers: { "x-appwrite-project": "p" },
  at: 1,
  ms: 2,
  response: { status: 200, headers: { "content-type": "text/html", "set-cookie": ["a=b"] }, body: null },
}
const transcript = {
  name: "n",
  area: "a",
  server: "s",
  recordedAt: "",
  project: "p",
  key: "k",
  steps: [step],
}

function parse(value: unknown) {
  return parseTranscript(JSON.stringify(value), "some.json")
}

describe("parseTranscript", () => {
  test("keeps a step as it was sent", () => {
    const [parsed] = parse(transcript).steps
    expect(parsed).toMatchObject({ path: "//users/%75", query: {}, content: undefined, at: 1, ms: 2 })
    expect(parsed?.answer).toEqual({
      status: 200,
      headers: { "content-type": "text/html" },
      cookies: ["a=b"],
      body: null,
    })
  })

  test("tells a JSON null from no body", () => {
    expect(parse({ ...transcript, steps: [{ ...step, body: null }] }).steps[0]?.content).toEqual({
      json: null,
    })
  })

  test("keeps lists in a query", () => {
    const query = { queries: ["a", "b"], total: "false" }
    expect(parse({ ...transcript, steps: [{ ...step, query }] }).steps[0]?.query).toEqual(query)
  })

  test.each([
    ["no JSON object", [], "some.json: a transcript is a JSON object"],
    ["no name", { ...transcript, name: undefined }, 'some.json: "name" must be a string'],
    ["no steps", { ...transcript, steps: {} }, 'some.json: "steps" must be a list'],
    [
      "an unknown caller",
      { ...transcript, steps: [step, { ...step, as: "x" }] },
      'step 1: "as" must be one of',
    ],
    [
      "no moment",
      { ...transcript, steps: [{ ...step, at: "1" }] },
      'some.json: step 0: "at" must be a number',
    ],
    ["two bodies", { ...transcript, steps: [{ ...step, body: {}, raw: "" }] }, 'has both "body" and "raw"'],
    ["no answer", { ...transcript, steps: [{ ...step, response: null }] }, '"response" must be an object'],
  ])("refuses %s", (_, value, message) => {
    expect(() => parse(value)).toThrow(message)
  })
})
