import { afterEach, beforeEach, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"

let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator({ requestLog: { transcripts: 10 } })
})
afterEach(() => emulator.close())

const users = () =>
  emulator.fetch(
    new Request("http://localhost/v1/users", {
      headers: { "x-appwrite-project": "emulator", "x-appwrite-key": "emulator" },
    }),
  )
const control = (path: string, method = "GET") =>
  emulator.fetch(
    new Request(`http://localhost/_emulator/${path}`, { method, headers: { "x-emulator-control": "1" } }),
  )
const read = async (path: string) => JSON.parse(await (await control(path)).text())
const entriesOf = async (path: string) => (await read(path)).entries

test("the log is listed, filtered, and emptied", async () => {
  await users()
  await users()
  expect(await entriesOf("log")).toMatchObject([{ id: 1, status: 200 }, { id: 2 }])
  expect(await entriesOf("log?route=GET%20/v1/users&since=1&status=2xx")).toMatchObject([{ id: 2 }])
  for (const other of ["project=other", "method=POST", "path=/v1/teams", "error=user_not_found"]) {
    expect(await entriesOf(`log?${other}`)).toEqual([])
  }
  expect((await control("log", "DELETE")).status).toBe(204)
  expect(await entriesOf("log")).toEqual([])
})

test("what is to come can be waited for", async () => {
  const coming = entriesOf("log?caller=key&wait=5000")
  await users()
  expect(await coming).toMatchObject([{ caller: { role: "key", name: "Emulator" } }])
  expect(await entriesOf("log?status=500&wait=1")).toEqual([])
})

test.each([
  ["log?status=abc", /^status: /],
  ["log?since=-1", /^since: /],
  ["log?wait=x", /^wait: /],
  ["log?rout=x", /^rout: /],
  ["log/transcript", /^project: /],
])("%s is refused, and it is said why", async (path, message) => {
  expect((await control(path)).status).toBe(400)
  expect((await read(path)).error).toMatch(message)
})

test("the stream brings what is there and what comes, until nobody reads it", async () => {
  await users()
  const { body, headers } = await control("log/stream?status=200")
  expect(headers.get("content-type")).toBe("application/x-ndjson")
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  await users()
  const lines = `${(await reader?.read())?.value}${(await reader?.read())?.value}`.trimEnd().split("\n")
  expect(lines.map((line) => JSON.parse(line).id)).toEqual([1, 2])
  await reader?.cancel()
  expect((await users()).status).toBe(200)
})

test("the transcript is one", async () => {
  await users()
  const transcript = await read("log/transcript?project=emulator")
  expect(transcript.steps).toMatchObject([{ as: "key", method: "GET", path: "/users" }])
  expect(JSON.stringify(transcript.steps)).not.toContain('"emulator"')
})
