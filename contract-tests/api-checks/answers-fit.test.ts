import { expect, test } from "vitest"
import { routeFinder } from "../../src/contract/coverage/route-of.ts"
import { appwrite19 } from "../../src/profiles/profiles.ts"
import { loadEndpoints } from "../../src/services/services.ts"
import { readRecording, recordingFiles } from "../recordings.ts"
import { misfitsOf } from "./misfits.ts"

await appwrite19.load()
const endpoints = await loadEndpoints()
const routeOf = routeFinder(endpoints)
const misfits = misfitsOf(appwrite19, endpoints)

test.each(recordingFiles("1.9.6"))("the real server's answers in %s fit the document", (file) => {
  let checked = 0
  for (const { method, path, headers, answer } of readRecording(file).steps) {
    const route = routeOf(method, path)
    // Older formats leave members out; the document tells of the newest one.
    if (route === undefined || headers["x-appwrite-response-format"] !== undefined) continue
    if (!answer.headers["content-type"]?.startsWith("application/json")) continue
    const endpoint = endpoints.find((one) => one.method === route.method && one.path === route.path)
    if (endpoint === undefined || typeof answer.body !== "object" || answer.body === null) continue
    const shown = `${method} ${path}: ${JSON.stringify(answer.body)}`
    expect(misfits(endpoint, answer.status, answer.body), shown).toEqual([])
    checked += 1
  }
  expect(checked).toBeGreaterThan(0)
})
