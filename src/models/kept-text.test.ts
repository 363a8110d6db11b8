import { expect, test } from "vitest"
import { keepingText } from "./kept-text.ts"
import { secret, text } from "./members.ts"
import { model, since } from "./model.ts"
import { responseFormat } from "./response-format.ts"

const newest = responseFormat("")
const thing = () =>
  keepingText(model<{ name: string; key: string }>("thing", { name: text, key: since("1.5.0", secret) }))

test("a record is written once, and another one anew", () => {
  let written = 0
  const counted = keepingText({ name: "counted", write: () => String(++written) })
  const view = { format: newest, showsSecrets: true }
  const [one, other] = [{}, {}]
  expect([one, one, other, one].map((record) => counted.write(record, view))).toEqual(["1", "1", "2", "1"])
})

test("each view has a text of its own", () => {
  const record = { name: "a", key: "k" }
  const { write } = thing()
  const open = '{"name":"a","key":"k"}'
  expect(write(record, { format: newest, showsSecrets: true })).toBe(open)
  expect(write(record, { format: newest, showsSecrets: false })).toBe('{"name":"a","key":""}')
  expect(write(record, { format: responseFormat("1.4.0"), showsSecrets: true })).toBe('{"name":"a"}')
  expect(write(record, { format: newest, showsSecrets: true })).toBe(open)
})
