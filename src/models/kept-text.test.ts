import { expect, test } from "vitest"
import { keepingText } from "./kept-text.ts"
import { secret, text } from "./members.ts"
import { type Member, model, since } from "./model.ts"
import { responseFormat } from "./response-format.ts"

const newest = responseFormat("", { omits: {} })
const thing = () =>
  keepingText(model<{ name: string; key: string }>("thing", { name: text, key: since("1.5.0", secret) }))

test("a record is written once, and another one anew", () => {
  let written = 0
  const counter: Member<string> = { shape: { kind: "text" }, write: () => String(++written) }
  const { write } = keepingText(model<{ name: string }>("counted", { name: counter }))
  const view = { format: newest, showsSecrets: true }
  const [one, other] = [{ name: "one" }, { name: "other" }]
  const texts = [one, one, other, one].map((record) => write(record, view))
  expect(texts).toEqual(['{"name":1}', '{"name":1}', '{"name":2}', '{"name":1}'])
})

test("each view has a text of its own", () => {
  const record = { name: "a", key: "k" }
  const { write } = thing()
  const open = '{"name":"a","key":"k"}'
  expect(write(record, { format: newest, showsSecrets: true })).toBe(open)
  expect(write(record, { format: newest, showsSecrets: false })).toBe('{"name":"a","key":""}')
  expect(write(record, { format: responseFormat("1.4.0", { omits: {} }), showsSecrets: true })).toBe(
    '{"name":"a"}',
  )
  expect(write(record, { format: newest, showsSecrets: true })).toBe(open)
})
