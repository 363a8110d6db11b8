import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../emulator.ts"

const emulator = await createEmulator()

async function send(method: string, path: string, body?: string) {
  return emulator.fetch(
    new Request(`http://localhost/v1${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        "x-appwrite-project": DEFAULT_PROJECT,
        "x-appwrite-key": DEFAULT_API_KEY,
      },
      ...(body === undefined ? {} : { body }),
    }),
  )
}

beforeAll(async () => {
  await send("POST", "/users", JSON.stringify({ userId: "u" }))
})

/** What comes back as it was sent: no empty objects below, no integers for names, nothing of the database's own. */
const names = fc.string({ unit: "grapheme" }).filter((name) => !/^(?:-?\d+|__proto__|\$.*)$/.test(name))
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: "grapheme" }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(names, tie("any"), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  ),
})).any

const prefs = fc.dictionary(names, value, { maxKeys: 5, noNullPrototype: true })

test("prefs come back as they were stored, in their order, everywhere", async () => {
  await fc.assert(
    fc.asyncProperty(prefs, async (sent) => {
      const stored = await send("PATCH", "/users/u/prefs", JSON.stringify({ prefs: sent }))
      expect(stored.status).toBe(200)
      const text = JSON.stringify(sent)
      expect(JSON.stringify(await stored.json())).toBe(text)
      expect(JSON.stringify(await (await send("GET", "/users/u/prefs")).json())).toBe(text)
      const user: { prefs: unknown } = JSON.parse(await (await send("GET", "/users/u")).text())
      expect(JSON.stringify(user.prefs)).toBe(text)
    }),
    { numRuns: 200 },
  )
})

test("prefs are replaced as a whole", async () => {
  await send("PATCH", "/users/u/prefs", '{"prefs":{"a":1,"b":2}}')
  await send("PATCH", "/users/u/prefs", '{"prefs":{"b":3}}')
  expect(await (await send("GET", "/users/u/prefs")).text()).toBe('{"b":3}')
})
