import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { matomoDevice } from "./matomo.ts"
import { programDevice } from "./programs.ts"

const version = fc.array(fc.nat({ max: 999 }), { minLength: 2, maxLength: 4 }).map((parts) => parts.join("."))

const LIBRARIES = "axios Bun curl Deno Go-http-client node-fetch PostmanRuntime python-requests Wget".split(
  " ",
)

const PROGRAMS = "CLI DenoSDK DotNetSDK GoSDK KotlinSDK NodeJSSDK PHPSDK PythonSDK RubySDK SwiftSDK".split(
  " ",
)

const library = fc.tuple(fc.constantFrom(...LIBRARIES), version).map(([name, number]) => `${name}/${number}`)

/** Nothing, or a version with `before` in front of it. */
const versionOrNone = (before: string) =>
  fc.option(version, { nil: "" }).map((number) => (number === "" ? "" : before + number))

const sdk = fc
  .record({
    program: fc.constantFrom(...PROGRAMS),
    version,
    os: fc.constantFrom("Linux", "linux"),
    release: versionOrNone("-"),
    architecture: fc.constantFrom("x64", "x86_64", "amd64", "arm64", "aarch64"),
    kernel: versionOrNone("; "),
    node: versionOrNone(" Node.js/v"),
  })
  .map(
    ({ program, version, os, release, architecture, kernel, node }) =>
      `Appwrite${program}/${version} (${os}${release}; ${architecture}${kernel})${node}`,
  )

describe("programDevice", () => {
  it("finds for libraries and SDKs what Matomo's detection finds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(library, sdk), async (userAgent) => {
        const device = programDevice(userAgent)
        expect(device).toBeDefined()
        expect(device).toEqual(await matomoDevice(userAgent))
      }),
      { numRuns: 60 },
    )
  })

  it.each(["node", "undici", "UNKNOWN"])("finds for %s what Matomo's detection finds", async (userAgent) => {
    expect(programDevice(userAgent)).toEqual(await matomoDevice(userAgent))
  })

  it.each([
    "",
    "xyz",
    "axios/0",
    "undici/6.0.0",
    "curl/8.5.0 ",
    "curl/8.5.0-DEV",
    "AppwriteNodeJSSDK/1.0.0 (linux; x64) Debian",
    "AppwriteNodeJSSDK/1.0.0 (linux; x64; 1901)",
    "Mozilla/5.0",
  ])("leaves %j to the detection", (userAgent) => {
    expect(programDevice(userAgent)).toBeUndefined()
  })
})
