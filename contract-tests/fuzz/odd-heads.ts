import fc from "fast-check"

/** What is odd about a head; an ordinary one has nothing of it. */
export interface OddHead {
  /** Makes another target of the path. */
  readonly target: "path" | "absolute" | "double slash" | "dots" | "fragment" | "asterisk"
  readonly version: string
  /** Lines beside those that every request has, as they are. */
  readonly lines: readonly string[]
}

export const ORDINARY_HEAD: OddHead = { target: "path", version: "HTTP/1.1", lines: [] }

/** More than the real server takes. */
const TOO_LONG = 70_000

/** Header lines that make a head too long, each by itself. */
export const OVERSIZED_LINES: readonly string[] = [
  `x-padding: ${"a".repeat(TOO_LONG)}`,
  `cookie: ${"a=b; ".repeat(TOO_LONG / 5)}`,
  Array.from({ length: TOO_LONG / 14 }, (_, index) => `x-${index}: padding`).join("\r\n"),
]

const LINES: readonly string[] = [
  "content-length: -1",
  "content-length: 0x10",
  "content-length: 99999999999999999999",
  "content-length: 1\r\ncontent-length: 2",
  "transfer-encoding: chunked",
  "transfer-encoding: gzip, chunked",
  "transfer-encoding: identity",
  "expect: 100-continue",
  "expect: 200-ok",
  "connection: upgrade\r\nupgrade: h2c",
  "connection: upgrade\r\nupgrade: websocket",
  "connection: close, keep-alive",
  "host: a\r\nhost: b",
  "host:",
  "host: [::1",
  " folded: line",
  "no colon",
  ": no name",
  "two words: x",
  "x-null: \0",
  "x-latin: \u00ff",
  "content-encoding: gzip",
  "content-type: application/json; charset=utf-16",
  "accept-encoding: br;q=NaN",
  "range: bytes=9-1",
  `user-agent: ${"Mozilla/5.0 (".repeat(4000)}`,
  ...OVERSIZED_LINES,
]

/** Heads that no client writes. */
export const oddHeads: fc.Arbitrary<OddHead> = fc.record<OddHead>({
  target: fc.oneof(
    { weight: 4, arbitrary: fc.constant("path") },
    { weight: 1, arbitrary: fc.constantFrom("absolute", "double slash", "dots", "fragment", "asterisk") },
  ),
  version: fc.oneof(
    { weight: 6, arbitrary: fc.constant("HTTP/1.1") },
    { weight: 1, arbitrary: fc.constantFrom("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "http/1.1", "") },
  ),
  lines: fc.array(fc.constantFrom(...LINES), { maxLength: 2 }),
})

/** The first line of a head. */
export function requestLine(method: string, path: string, { target, version }: OddHead): string {
  return `${method} ${targets[target](path)} ${version}\r\n`
}

const targets: Readonly<Record<OddHead["target"], (path: string) => string>> = {
  path: (path) => path,
  absolute: (path) => `http://elsewhere.example${path}`,
  "double slash": (path) => `/${path}`,
  dots: (path) => `/../.${path}/..`,
  fragment: (path) => `${path}#x`,
  asterisk: () => "*",
}
