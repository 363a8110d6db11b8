import { describe, expect, test } from "vitest"
import { routeFinder } from "../../src/contract/coverage/route-of.ts"
import { PROFILE_NAMES, PROFILES } from "../../src/profiles/profiles.ts"
import { readRecording, recordingFiles } from "../recordings.ts"
import { misfitsOf } from "./misfits.ts"
import { endpointsOfVersion } from "./stage.ts"

describe.each(PROFILE_NAMES)("Appwrite %s", async (name) => {
  const { version } = PROFILES[name]
  const endpoints = await endpointsOfVersion(name)
  const routeOf = routeFinder(endpoints)
  const misfits = misfitsOf(PROFILES[name], endpoints)

  test.each(recordingFiles(version))("the real server's answers in %s fit the document", (file) => {
    let checked = 0
    for (const { method, path, headers, answer } of readRecording(file).steps) {
      const endpoint = routeOf(method, path)
      // Older formats leave members out; the document tells of the version's own.
      if (endpoint === undefined || headers["x-appwrite-response-format"] !== undefined) continue
      if (!answer.headers["content-type"]?.startsWith("application/json")) continue
      if (typeof answer.body !== "object" || answer.body === null) continue
      const shown = `${method} ${path}: ${JSON.stringify(answer.body)}`
      expect(misfits(endpoint, answer.status, answer.body), shown).toEqual([])
      checked += 1
    }
    expect(checked).toBeGreaterThan(0)
  })
})
