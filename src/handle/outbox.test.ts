import { expect, test } from "vitest"
import { newScene, SENT_CODE } from "../test-support/scene.ts"

const ANN = { userId: "ann", email: "ann@acme.com" }

test("it is filtered by all that is named, recipients without case", async () => {
  const { emulator, guest } = await newScene()
  await guest("POST", "/account/tokens/email", ANN)
  await guest("POST", "/account/tokens/phone", { userId: "ben", phone: "+14155550100" })
  const users = (filter: object) => emulator.outbox.list(filter).map(({ userId }) => userId)
  expect(users({})).toEqual(["ann", "ben"])
  expect(users({ recipient: "ANN@acme.com" })).toEqual(["ann"])
  expect(users({ channel: "sms", kind: "otp", userId: "ben", project: "emulator" })).toEqual(["ben"])
  expect(users({ channel: "sms", userId: "ann" })).toEqual([])
  expect(users({ project: "other" })).toEqual([])
})

test("what is there is waited for no time, and the newest comes", async () => {
  const { emulator, guest } = await newScene()
  await guest("POST", "/account/tokens/email", ANN)
  emulator.clock.advance(5)
  await guest("POST", "/account/tokens/email", ANN)
  const message = await emulator.outbox.waitFor({ recipient: ANN.email }, { timeout: 0 })
  expect(message).toMatchObject({ secret: SENT_CODE, sentAt: new Date(emulator.clock.now()).toISOString() })
})

test("what comes later is waited for, in its own project", async () => {
  const { emulator, guest } = await newScene()
  const [own, other] = [emulator.project("emulator"), emulator.project()]
  const waiting = own.outbox.waitFor({ recipient: ANN.email })
  await guest("POST", "/account/tokens/email", { userId: "ben", email: "ben@acme.com" })
  await guest("POST", "/account/tokens/email", ANN)
  expect(await waiting).toMatchObject({ userId: "ann", kind: "otp" })
  expect(other.outbox.list()).toEqual([])
})

test("what does not come is told with what was there, without its secrets", async () => {
  const { emulator, guest } = await newScene()
  await guest("POST", "/account/tokens/email", ANN)
  const error = await emulator.outbox.waitFor({ kind: "recovery" }, { timeout: 1 }).catch((thrown) => thrown)
  expect(error).toMatchObject({
    code: "message_timeout",
    message: expect.stringContaining("otp by email to ann@acme.com"),
  })
  expect(error.message).not.toContain(SENT_CODE)
})

test("of a full outbox the latest messages are told, and how many more there are", async () => {
  const { emulator, guest } = await newScene()
  for (let index = 0; index < 22; index += 1) {
    await guest("POST", "/account/tokens/email", { userId: `u${index}`, email: `u${index}@acme.com` })
  }
  const error = await emulator.outbox.waitFor({ kind: "recovery" }, { timeout: 1 }).catch((thrown) => thrown)
  expect(error.message).toContain("In the outbox: 2 more, otp by email to u2@acme.com, ")
  expect(error.message).toMatch(/u21@acme\.com\.$/)
})

test("nobody waits for a closed emulator", async () => {
  const { emulator } = await newScene()
  const waiting = emulator.outbox.waitFor()
  const refused = expect(waiting).rejects.toMatchObject({ code: "emulator_closed" })
  await emulator.close()
  await refused
})

test("a closed emulator tells what is there, and refuses to wait for more", async () => {
  const { emulator, guest } = await newScene()
  await guest("POST", "/account/tokens/email", ANN)
  await emulator.close()
  expect(await emulator.outbox.waitFor({ kind: "otp" })).toMatchObject({ userId: "ann" })
  await expect(emulator.outbox.waitFor({ kind: "recovery" })).rejects.toMatchObject({
    code: "emulator_closed",
  })
})

test.each([
  [{ recipent: "ann@acme.com" }, "option_unknown", "There is no option recipent: did you mean recipient?"],
  [{ kind: "code" }, "option_invalid", 'kind: expected "otp" or "magicUrl"'],
])("the filter %j is refused, as it would match all or none", async (filter: object, code, message) => {
  const { emulator } = await newScene()
  const refused = expect.objectContaining({ code, message: expect.stringContaining(message) })
  expect(() => emulator.outbox.list(filter)).toThrow(refused)
  expect(() => emulator.outbox.clear(filter)).toThrow(refused)
  await expect(emulator.outbox.waitFor(filter)).rejects.toEqual(refused)
})

test("it is emptied, wholly or in part", async () => {
  const { emulator, guest } = await newScene()
  await guest("POST", "/account/tokens/email", ANN)
  await guest("POST", "/account/tokens/phone", { userId: "ben", phone: "+14155550100" })
  emulator.outbox.clear({ channel: "sms" })
  expect(emulator.outbox.list()).toMatchObject([{ channel: "email" }])
  emulator.project("emulator").outbox.clear()
  expect(emulator.outbox.list()).toEqual([])
})
