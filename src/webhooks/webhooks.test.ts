import { createHmac } from "node:crypto"
import { expect, onTestFinished, test, vi } from "vitest"
import { createEmulator, type WebhookOptions, type WebhookRequest } from "../emulator.ts"

const HOOK = { project: "emulator", name: "Mine", url: "http://hooks.test/a", events: ["users.*.create"] }

/** An emulator whose webhooks are answered by `answer`, and all that was sent to them. */
async function hooked(
  answer: (count: number) => number | Promise<number>,
  options: Partial<WebhookOptions> = {},
) {
  const sent: WebhookRequest[] = []
  const log: string[] = []
  const emulator = await createEmulator({
    log: (line) => log.push(line),
    deliver: async (request) => answer(sent.push(request)),
  })
  onTestFinished(() => emulator.close())
  const webhook = emulator.webhooks.create({ ...HOOK, ...options })
  const call = (method: string, path: string, body?: object) =>
    emulator.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: {
          "x-appwrite-project": "emulator",
          "x-appwrite-key": "emulator",
          "x-emulator-control": "1",
          "content-type": "application/json",
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    )
  const create = (userId: string) => call("POST", "/v1/users", { userId })
  return { emulator, webhook, sent, log, call, create, settled: () => emulator.webhooks.settled() }
}

test("only what it asked for, in order", async () => {
  const { sent, create, call, settled } = await hooked(() => 200)
  await create("ann")
  await call("PATCH", "/v1/users/ann/name", { name: "A" })
  await create("bea")
  await settled()
  expect(sent.map(({ body }) => JSON.parse(body).$id)).toEqual(["ann", "bea"])
})

test("only what happened in its project, signed with its key", async () => {
  const { emulator, sent, create, settled } = await hooked(() => 200, { signatureKey: "known" })
  const elsewhere = { project: "other", url: "http://hooks.test/other" }
  emulator.webhooks.create({ ...HOOK, ...elsewhere, signatureKey: "another" })
  await create("ann")
  await settled()
  expect(sent.map(({ url }) => url)).toEqual([HOOK.url])
  expect(sent[0]?.headers["X-Appwrite-Webhook-Signature"]).toBe(
    createHmac("sha1", "known").update(`${HOOK.url}${sent[0]?.body}`).digest("base64"),
  )
})

test("the answer does not wait for the webhook", async () => {
  let answer = (_: number) => {}
  const { emulator, create, webhook, settled } = await hooked(
    () => new Promise((resolve) => (answer = resolve)),
  )
  expect((await create("ann")).status).toBe(201)
  expect(emulator.webhooks.deliveries(webhook.id)).toEqual([])
  await new Promise((resolve) => setImmediate(resolve))
  answer(204)
  await settled()
  expect(emulator.webhooks.deliveries(webhook.id)).toMatchObject([{ status: 204 }])
})

test("a failure is logged and not tried again, and a success counts from 0", async () => {
  const { emulator, webhook, create, settled } = await hooked((count) => (count < 3 ? 500 : 302))
  await create("ann")
  await create("bea")
  await settled()
  expect(emulator.webhooks.get(webhook.id)).toMatchObject({ attempts: 2, enabled: true })
  await create("cid")
  await settled()
  expect(emulator.webhooks.get(webhook.id)).toMatchObject({ attempts: 0 })
  expect(emulator.webhooks.deliveries(webhook.id)).toMatchObject([
    { event: "users.ann.create", attempt: 1, status: 500, error: null, nextAttempt: null },
    { event: "users.bea.create", attempt: 1, status: 500 },
    { event: "users.cid.create", attempt: 1, status: 302 },
  ])
})

test("further tries, where they are wanted", async () => {
  const { emulator, webhook, sent, create, settled } = await hooked(
    (count) => {
      if (count === 1) throw new Error("no route")
      return count === 2 ? 503 : 200
    },
    { retryDelays: [0, 1, 2] },
  )
  await create("ann")
  await settled()
  expect(emulator.webhooks.deliveries(webhook.id)).toMatchObject([
    { attempt: 1, status: null, error: "no route", nextAttempt: 0 },
    { attempt: 2, status: 503, nextAttempt: 1 },
    { attempt: 3, status: 200, nextAttempt: null },
  ])
  expect(new Set(sent.map(({ body }) => body)).size).toBe(1)
})

test("further tries wait as long as they are told to", async () => {
  const times: number[] = []
  const { create, settled } = await hooked(
    () => {
      times.push(performance.now())
      return 503
    },
    { retryDelays: [50, 100] },
  )
  await create("ann")
  await settled()
  const [first = 0, second = 0, third = 0] = times
  // A timer may come a millisecond early.
  expect(second - first).toBeGreaterThan(48)
  expect(third - second).toBeGreaterThan(98)
  expect(times).toHaveLength(3)
})

test("a thousand events may wait, and the latest thousand deliveries are remembered", async () => {
  const { emulator, webhook, log, create, settled } = await hooked(() => 200)
  for (let index = 0; index <= 1000; index += 1) await create(`user${index}`)
  expect(log).toEqual(['Webhook "Mine" is too slow: it is not told of users.user1000.create.'])
  await settled()
  await create("late")
  await settled()
  const events = emulator.webhooks.deliveries(webhook.id).map(({ event }) => event)
  expect(events).toHaveLength(1000)
  expect([events.at(0), events.at(-1)]).toEqual(["users.user1.create", "users.late.create"])
})

test("the tenth failure turns it off, until it is turned on again", async () => {
  const { emulator, webhook, sent, log, create, settled } = await hooked((count) => (count < 11 ? 400 : 200))
  for (let count = 0; count < 12; count += 1) await create(`user${count}`)
  await settled()
  expect(sent).toHaveLength(10)
  expect(emulator.webhooks.get(webhook.id)).toMatchObject({ attempts: 10, enabled: false })
  expect(log).toContain('Webhook "Mine" was turned off after 10 failed deliveries.')
  expect(emulator.webhooks.enable(webhook.id, true)).toMatchObject({ attempts: 0, enabled: true })
  await create("ann")
  await settled()
  expect(sent).toHaveLength(11)
})

test("a delivery has failed after fifteen seconds", async () => {
  const { emulator, webhook, sent, create, settled } = await hooked(() => new Promise(() => {}))
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  onTestFinished(() => void vi.useRealTimers())
  await create("ann")
  while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve))
  await vi.advanceTimersByTimeAsync(14_999)
  expect(emulator.webhooks.deliveries(webhook.id)).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await settled()
  expect(emulator.webhooks.deliveries(webhook.id)).toMatchObject([
    { status: null, error: "The operation was aborted due to timeout", nextAttempt: null },
  ])
})

test("closing gives up what is under way", async () => {
  const { emulator, sent, create, settled } = await hooked(() => 500, { retryDelays: [60_000] })
  await create("ann")
  while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve))
  await emulator.close()
  await settled()
  expect(sent).toHaveLength(1)
})

test("closing does not wait for a delivery that never ends", async () => {
  const { emulator, sent, create, settled } = await hooked(() => new Promise(() => {}))
  await create("ann")
  while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve))
  await emulator.close()
  await settled()
  expect(sent).toHaveLength(1)
})

test("a webhook needs a URL and an event", async () => {
  const { emulator } = await hooked(() => 200)
  const wrong = { code: "webhook_invalid" }
  expect(() => emulator.webhooks.create({ ...HOOK, url: "ftp://a.b/" })).toThrow(
    expect.objectContaining(wrong),
  )
  expect(() => emulator.webhooks.create({ ...HOOK, url: "hooks" })).toThrow(expect.objectContaining(wrong))
  expect(() => emulator.webhooks.create({ ...HOOK, events: [] })).toThrow(expect.objectContaining(wrong))
  const { url: _, ...incomplete } = HOOK
  expect(() => emulator.webhooks.create(incomplete as never)).toThrow("url: expected a text.")
  expect(() => emulator.webhooks.create({ ...HOOK, event: [] } as never)).toThrow("did you mean events?")
  expect(() => emulator.webhooks.create({ ...HOOK, retryDelays: [-1] })).toThrow("a list of milliseconds")
})

test("from outside: made, listed, its deliveries, deleted", async () => {
  const { sent, call, create, settled, emulator } = await hooked(() => 200, { enabled: false })
  const path = "/_emulator/projects/emulator/webhooks"
  const list = async (of: string, name: string) => JSON.parse(await (await call("GET", of)).text())[name]
  const made = await call("POST", path, { name: "Out", url: "https://a.test/", events: ["users.*"] })
  expect(made.status).toBe(201)
  const { id }: { readonly id: string } = JSON.parse(await made.text())
  expect(await list(path, "webhooks")).toMatchObject([{ name: "Mine" }, { name: "Out", id }])
  await create("ann")
  await settled()
  expect(await list(`${path}/${id}/deliveries`, "deliveries")).toMatchObject([
    { event: "users.ann.create", status: 200 },
  ])
  expect((await call("DELETE", `${path}/${id}`)).status).toBe(204)
  expect((await call("DELETE", `${path}/${id}`)).status).toBe(404)
  expect((await call("POST", path, { name: "Out", url: "https://a.test/" })).status).toBe(400)
  await create("bea")
  expect(emulator.webhooks.list()).toHaveLength(1)
  expect(sent).toHaveLength(1)
})
