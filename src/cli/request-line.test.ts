import { expect, test } from "vitest"
import type { LogEntry } from "../request-log/log-entry.ts"
import { requestLine } from "./request-line.ts"

const asItIs = (text: string) => text
const plain = { strong: asItIs, faint: asItIs, warning: asItIs, ofStatus: () => asItIs }

const entry: LogEntry = {
  id: 1,
  time: "2026-01-02T03:04:05.678Z",
  project: "shop",
  method: "GET",
  path: "/v1/users",
  route: "/v1/users",
  caller: { role: "key", name: "Emulator" },
  status: 200,
  duration: 1.234,
  error: null,
  ignored: [],
  sdk: null,
  hint: null,
}

test("a request is one line, its columns below those of others", () => {
  expect(requestLine(entry, plain)).toBe(
    "03:04:05.678 200    1.2 ms GET     /v1/users                            key Emulator",
  )
  const other = requestLine({ ...entry, method: "OPTIONS", path: "/v1/users/ann", duration: 1234.5 }, plain)
  expect(other.indexOf("key Emulator")).toBe(requestLine(entry, plain).indexOf("key Emulator"))
  const long = requestLine({ ...entry, path: `/v1/users/${"a".repeat(36)}/mfa/recovery-codes` }, plain)
  expect(long.indexOf("GET")).toBe(other.indexOf("OPTIONS"))
  expect(long).toMatch(/recovery-codes key Emulator$/)
})

test("it tells why it was refused, what nothing read, and what may be wrong", () => {
  const line = requestLine(
    {
      ...entry,
      status: 400,
      error: { type: "general_argument_invalid", message: "Bad." },
      ignored: [
        { name: "a", in: "query" },
        { name: "b", in: "body" },
      ],
      hint: "Look.",
    },
    plain,
  )
  expect(line).toMatch(
    /key Emulator {2}general_argument_invalid: Bad\.; nothing reads a in the query; nothing reads b in the body; hint: Look\.$/,
  )
})

test("no client can write to the terminal", () => {
  const line = requestLine(
    { ...entry, caller: { role: "key", name: "\u001b[2J" }, ignored: [{ name: "\u202ea\n", in: "body" }] },
    plain,
  )
  expect(line).toContain("\\u{1b}[2J")
  expect(line).toContain("\\u{202e}a\\u{a}")
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})

test("its status has a colour, and so has what is likely to be a mistake", () => {
  const marked = {
    ...plain,
    warning: (text: string) => `<warning>${text}</>`,
    ofStatus: (status: number) => (text: string) => `<${status}>${text}</>`,
  }
  expect(requestLine({ ...entry, status: 404 }, marked)).toContain("<404>404</>")
  const ignored = [{ name: "emial", in: "body" as const }]
  expect(requestLine({ ...entry, ignored }, marked)).toContain("<warning>nothing reads emial in the body</>")
  const error = { type: "user_not_found", message: "None." }
  expect(requestLine({ ...entry, status: 404, error, ignored }, marked)).toContain(
    "<404>user_not_found: None.; nothing",
  )
})
