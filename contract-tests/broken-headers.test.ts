import { inCookies, inHeader } from "./broken-answer.ts"
import { minute, testBroken } from "./broken-case.ts"

testBroken([
  [
    "another content type",
    "scenarios/server-sessions",
    0,
    inHeader("content-type", () => "application/json"),
    "headers.content-type",
  ],
  [
    "no content type",
    "scenarios/server-sessions",
    0,
    inHeader("content-type", () => undefined),
    "headers.content-type",
  ],
  [
    "an answer that may be cached",
    "scenarios/server-sessions",
    11,
    inHeader("cache-control", () => undefined),
    "headers.cache-control",
  ],
  [
    "a success that may not be cached",
    "scenarios/server-sessions",
    0,
    inHeader("cache-control", () => "no-cache"),
    "headers.cache-control",
  ],
  [
    "an origin that is not allowed",
    "scenarios/server-sessions",
    0,
    inHeader("access-control-allow-origin", () => "*"),
    "headers.access-control-allow-origin",
  ],
  ["a missing cookie", "scenarios/logs", 2, inCookies((lines) => lines.slice(1)), "cookies[1]"],
  ["cookies in the other order", "scenarios/logs", 2, inCookies((lines) => lines.toReversed()), "cookies[0]"],
  [
    "a cookie that scripts can read",
    "scenarios/logs",
    2,
    inCookies(([first = "", ...rest]) => [first.replace("; HttpOnly", ""), ...rest]),
    "cookies[0]",
  ],
  [
    "a cookie that expires 60 s late",
    "scenarios/logs",
    2,
    inCookies(([first = "", ...rest]) => [first.replace(/expires=[^;]*/, laterExpiry), ...rest]),
    "cookies[0]",
  ],
  [
    "a cookie with a raw value",
    "scenarios/logs",
    2,
    inCookies(([first = "", ...rest]) => [first.replace("%3D", "="), ...rest]),
    "cookies[0]",
  ],
  [
    "a cookie of another project",
    "scenarios/logs",
    2,
    inCookies(([first = "", ...rest]) => [first.replace(/a_session_./, "a_session_x"), ...rest]),
    "cookies[0]",
  ],
  [
    "no fallback cookies",
    "scenarios/logs",
    2,
    inHeader("x-fallback-cookies", () => undefined),
    "headers.x-fallback-cookies",
  ],
  [
    "fallback cookies of a logout",
    "scenarios/logs",
    2,
    inHeader("x-fallback-cookies", () => "[]"),
    "headers.x-fallback-cookies",
  ],
])

function laterExpiry(attribute: string): string {
  const date = new Date(Date.parse(attribute.slice(8).replaceAll("-", " ")) + minute).toUTCString()
  return `expires=${date.replace(/ (\w{3}) /, "-$1-")}`
}
