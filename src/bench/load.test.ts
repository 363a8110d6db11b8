import { expect, test } from "vitest"
import type { Line } from "./connection.ts"
import { measure, sendCalls } from "./load.ts"
import type { Call } from "./stage.ts"

const stage = { projectId: "p", apiKey: "k", users: 1, session: "" }
const call = (path: string) => (): Call => ({ method: "GET", path, headers: {}, body: "" })

function recordingLine(status: number) {
  const sent: string[] = []
  const line: Line = {
    async send({ path }) {
      sent.push(path)
      return { status, body: Buffer.from("no") }
    },
  }
  return { sent, line }
}

test("an answer with another status ends it all", async () => {
  const { line } = recordingLine(401)
  const sending = sendCalls([line], { status: 200, call: call("/x") }, stage, { first: 0, end: 1 })
  await expect(sending).rejects.toThrow("GET /x: 401 in place of 200: no")
})

test("each number is sent once, whatever the number of lines", async () => {
  const { sent, line } = recordingLine(200)
  const calls = { status: 200, call: (_: unknown, index: number) => call(`/${index}`)() }
  expect(await sendCalls([line, line, line], calls, stage, { first: 5, end: 15 })).toBe(15)
  expect(sent).toEqual(Array.from({ length: 10 }, (_, index) => `/${index + 5}`))
})

test("what has to come before is sent, but not counted", async () => {
  const { sent, line } = recordingLine(200)
  const before = { status: 200, call: call("/before") }
  const operation = { name: "x", status: 200, call: call("/x"), before }
  const { nextIndex } = await measure([line], operation, stage, { seconds: 1e-9, firstIndex: 0 })
  expect(sent.filter((path) => path === "/x").length).toBe(1)
  expect(sent.filter((path) => path === "/before").length).toBe(nextIndex)
})
