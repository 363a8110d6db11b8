import { describe, expect, test } from "vitest"
import type { JsonObject } from "../json-value.ts"
import type { Answer } from "../transcript.ts"
import { type Call, earlier, jsonText } from "./call.ts"
import { type Finding, findingsOf } from "./findings.ts"
import { resolveCall } from "./resolve-call.ts"

const places = { run: "ls7x", phone: "+1415555010" }
const sessionOf = (id: string) => Buffer.from(JSON.stringify({ id, secret: "ab" })).toString("base64")

const answerOf = (body: JsonObject, cookies: readonly string[] = []): Answer => ({
  status: 201,
  headers: {},
  cookies,
  body,
})

function resolve(call: Partial<Call>, findings: readonly Finding[] = []) {
  const whole = {
    method: "POST",
    path: "/users",
    as: "key",
    person: "{run}b",
    headers: {},
    params: {},
    ...call,
  } as const
  return resolveCall(whole, { project: "P1", key: "k", places, findings })
}

test("places are filled, in names and in texts of JSON too", () => {
  const params = {
    a: "{me}",
    b: ["{ME}", { "{run}": "{phone}{digit}" }],
    c: jsonText({ d: "{run}" }),
    e: "{fill9}",
  }
  expect(resolve({ params }).sent.content).toEqual({
    json: { a: "ls7xb", b: ["LS7XB", { ls7x: "+14155550102" }], c: '{"d":"ls7x"}', e: "ls7xxxxxx" },
  })
})

test("parameters of the path go there, the others into the body or, of a GET, into the query", () => {
  const params = { userId: "{me}", total: false, queries: ["a", 1] }
  const path = "/users/:userId/logs"
  expect(resolve({ path, params }).sent).toMatchObject({
    path: "/users/ls7xb/logs",
    query: {},
    content: { json: { total: false, queries: ["a", 1] } },
  })
  expect(resolve({ method: "GET", path, params }).sent).toMatchObject({
    query: { total: "false", queries: ["a", "1"] },
    content: undefined,
  })
  expect(resolve({ path, params: { userId: "a/b?" } }).sent.path).toBe("/users/a%2Fb%3F/logs")
})

describe("what earlier answers held", () => {
  const ofB = { model: undefined, userId: "ls7xb" }
  const findings = [
    ...findingsOf(answerOf({ $id: "s1", userId: "ls7xb", secret: sessionOf("ls7xb") }), 0, {
      ...ofB,
      model: "session",
    }),
    ...findingsOf(answerOf({ $id: "s2", userId: "ls7xa", secret: sessionOf("ls7xa") }), 1, {
      ...ofB,
      model: "session",
    }),
    ...findingsOf(answerOf({ recoveryCodes: ["c1", "c2"] }), 2, { ...ofB, model: "mfaRecoveryCodes" }),
    ...findingsOf(answerOf({ total: 1, targets: [{ $id: "t1", userId: "ls7xb" }] }), 3, {
      ...ofB,
      model: "targetList",
    }),
    ...findingsOf({ ...answerOf({ $id: "no", userId: "ls7xb" }), status: 409 }, 4, {
      ...ofB,
      model: "session",
    }),
  ]
  const value = (name: string, nth = 0) => {
    const { content } = resolve({ params: { it: earlier(name, nth, "none") } }, findings).sent
    return content
  }

  test("is taken from the person first, the newest first", () => {
    expect([0, 1, 2].map((nth) => value("sessionId", nth))).toEqual(
      ["s1", "s2", "none"].map((it) => ({ json: { it } })),
    )
    expect(value("otp")).toEqual({ json: { it: "c2" } })
    expect(value("targetId")).toEqual({ json: { it: "t1" } })
  })

  test("makes the person log in, and tells where it came from", () => {
    const { sent, taken, userId } = resolve({ as: "session" }, findings)
    expect(sent.headers["x-appwrite-session"]).toBe(sessionOf("ls7xb"))
    expect(resolve({ as: "cookie" }, findings).sent.headers.cookie).toBe(
      `a_session_p1=${encodeURIComponent(sessionOf("ls7xb"))}`,
    )
    expect(taken).toMatchObject([{ answer: 0, at: ".body.secret" }])
    expect(userId).toBe("ls7xb")
  })

  test("a session comes in a cookie as well", () => {
    const cookies = [
      "a_session_p1_legacy=x; path=/",
      `a_session_p1=${encodeURIComponent(sessionOf("u"))}; path=/`,
    ]
    expect(findingsOf(answerOf({}, cookies), 0, { ...ofB, model: "membership" })).toEqual([
      { name: "session", value: sessionOf("u"), userId: "u", answer: 0, at: ".session" },
    ])
  })

  test("a call without anybody to log in is a guest's", () => {
    expect(resolve({ as: "jwt" }).sent.headers).toEqual({ "x-appwrite-project": "P1" })
  })
})
