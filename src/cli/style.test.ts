import { WriteStream } from "node:tty"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { styleFor } from "./style.ts"

beforeEach(() => {
  for (const name of ["NO_COLOR", "FORCE_COLOR", "NODE_DISABLE_COLORS", "CI"]) vi.stubEnv(name, undefined)
  vi.stubEnv("TERM", "xterm-256color")
})
afterEach(() => vi.unstubAllEnvs())

/** A stream of this process, as if it went to a terminal or to a file. */
const streamTo = (isTTY: boolean): WriteStream =>
  Object.assign(Object.create(WriteStream.prototype), { isTTY })

const shown = (isTTY: boolean): readonly string[] => {
  const { strong, faint, warning, ofStatus } = styleFor(streamTo(isTTY))
  const byStatus = [201, 302, 404, 503, 0].map((status) => ofStatus(status)(String(status)))
  return [strong("strong"), faint("faint"), warning("warning"), ...byStatus]
}

const PLAIN = ["strong", "faint", "warning", "201", "302", "404", "503", "0"]

test("a terminal has colours, whatever standard output is", () => {
  expect(shown(true)).toEqual([
    "\u001b[1mstrong\u001b[22m",
    "\u001b[2mfaint\u001b[22m",
    "\u001b[33mwarning\u001b[39m",
    "\u001b[32m201\u001b[39m",
    "\u001b[36m302\u001b[39m",
    "\u001b[33m404\u001b[39m",
    "\u001b[31m503\u001b[39m",
    "0",
  ])
})

test("a file or a pipe has none, nor has a terminal under NO_COLOR", () => {
  expect(shown(false)).toEqual(PLAIN)
  vi.stubEnv("NO_COLOR", "1")
  expect(shown(true)).toEqual(PLAIN)
})

test("nor has a terminal that knows none", () => {
  vi.stubEnv("TERM", "dumb")
  expect(shown(true)).toEqual(PLAIN)
})
