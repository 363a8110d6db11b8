import fc from "fast-check"
import { expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../emulator.ts"

interface Listed {
  readonly total: number
  readonly users: readonly { readonly $id: string }[]
}

/** `null`: no name. */
const NAMES = ["Ann", "ann", "Änn", "Bob", "bob ", null, "Zoe"]
const USERS = 23

/** Users of few names, some made in the same millisecond. */
async function start() {
  let now = Date.UTC(2026, 0, 2)
  const emulator = await createEmulator({ clock: { now: () => now } })
  async function call(method: string, path: string, body?: object): Promise<Listed> {
    const response = await emulator.fetch(
      new Request(`http://localhost/v1${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          "x-appwrite-project": DEFAULT_PROJECT,
          "x-appwrite-key": DEFAULT_API_KEY,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    return JSON.parse((await response.text()) || "null")
  }
  for (let index = 0; index < USERS; index += 1) {
    if (index % 3 === 0) now += 1
    const userId = `u${(index * 7) % USERS}`
    await call("POST", "/users", { userId, name: NAMES[index % NAMES.length], email: `${userId}@acme.com` })
  }
  return async (queries: readonly object[]) => {
    const query = queries.map((each) => `queries[]=${encodeURIComponent(JSON.stringify(each))}`).join("&")
    const { total, users } = await call("GET", `/users?${query}`)
    return { total, ids: users.map(({ $id }) => $id) }
  }
}

const attributes = ["$id", "$createdAt", "$updatedAt", "$sequence", "name", "email", "registration", "status"]
const order = fc.record({
  method: fc.constantFrom("orderAsc", "orderDesc"),
  attribute: fc.constantFrom(...attributes),
})
const orders = fc.uniqueArray(order, { selector: ({ attribute }) => attribute, maxLength: 3 })
const size = fc.integer({ min: 1, max: USERS + 1 })
const limit = (most: number) => ({ method: "limit", values: [most] })

test("paging by cursor visits every user once and in order, forwards and backwards", async () => {
  const list = await start()
  await fc.assert(
    fc.asyncProperty(orders, size, async (by, most) => {
      const whole = await list([...by, limit(100)])
      expect(new Set(whole.ids).size).toBe(USERS)
      const forwards: string[] = []
      for (let page = await list([...by, limit(most)]); page.ids.length > 0; ) {
        expect(page.total).toBe(USERS)
        forwards.push(...page.ids)
        page = await list([...by, limit(most), { method: "cursorAfter", values: [forwards.at(-1)] }])
      }
      expect(forwards).toEqual(whole.ids)
      const backwards: string[] = whole.ids.slice(-1)
      for (;;) {
        const cursor = { method: "cursorBefore", values: [backwards[0]] }
        const page = await list([...by, limit(most), cursor])
        if (page.ids.length === 0) break
        backwards.unshift(...page.ids)
      }
      expect(backwards).toEqual(whole.ids)
    }),
    { numRuns: 60 },
  )
})

test("paging by offset does, too", async () => {
  const list = await start()
  await fc.assert(
    fc.asyncProperty(orders, size, async (by, most) => {
      const whole = await list([...by, limit(100)])
      const paged: string[] = []
      for (let offset = 0; offset < USERS; offset += most) {
        const page = await list([...by, limit(most), { method: "offset", values: [offset] }])
        expect(page.total).toBe(USERS)
        paged.push(...page.ids)
      }
      expect(paged).toEqual(whole.ids)
    }),
    { numRuns: 40 },
  )
})

test("without an order users come as they were made", async () => {
  const list = await start()
  const { ids } = await list([limit(100)])
  expect(ids).toEqual(Array.from({ length: USERS }, (_, index) => `u${(index * 7) % USERS}`))
})
