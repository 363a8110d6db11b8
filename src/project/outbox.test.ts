import { expect, test } from "vitest"
import { newScene, SENT_CODE } from "../test-support/scene.ts"

test("the outbox holds what would have been sent, oldest first", async () => {
  const { emulator, guest } = await newScene()
  await guest("POST", "/account/tokens/email", { userId: "ann", email: "ann@acme.com" })
  await guest("POST", "/account/tokens/phone", { userId: "ben", phone: "+14155550100" })
  expect(emulator.outbox.list()).toMatchObject([
    { kind: "otp", channel: "email", recipient: "ann@acme.com", userId: "ann", secret: SENT_CODE, link: "" },
    { kind: "otp", channel: "sms", recipient: "+14155550100", userId: "ben", secret: SENT_CODE, link: "" },
  ])
})

test("the outbox can be read through the emulator's door, one project or all", async () => {
  const { emulator, guest } = await newScene()
  await guest("POST", "/account/tokens/email", { userId: "ann", email: "ann@acme.com" })
  const ask = async (query: string) => {
    const headers = { "x-emulator-control": "1", host: "localhost" }
    const response = await emulator.fetch(
      new Request(`http://localhost/_emulator/outbox${query}`, { headers }),
    )
    return { status: response.status, body: await response.json() }
  }
  expect(await ask("")).toMatchObject({ status: 200, body: { messages: [{ secret: SENT_CODE }] } })
  expect(await ask("?project=emulator")).toEqual(await ask(""))
  expect(await ask("?project=none")).toMatchObject({ status: 404 })
})

test("what was sent is gone after a reset", async () => {
  const { emulator, guest } = await newScene()
  await guest("POST", "/account/tokens/email", { userId: "ann", email: "ann@acme.com" })
  emulator.reset()
  expect(emulator.outbox.list()).toEqual([])
})
