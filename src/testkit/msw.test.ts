import { Account, Client, Storage } from "appwrite"
import { HttpResponse, http } from "msw"
import { setupServer } from "msw/node"
import { afterEach, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"
import { appwriteHandlers } from "./msw.ts"

const server = setupServer()
afterEach(() => {
  server.resetHandlers()
  server.close()
})

const intercept = (emulator: Emulator, ...options: [Parameters<typeof appwriteHandlers>[1]?]) => {
  server.use(...appwriteHandlers(emulator, ...options))
  server.listen({ onUnhandledRequest: "error" })
}

const CLOUD = "https://cloud.appwrite.io/v1"
const webClient = (endpoint: string) => new Client().setEndpoint(endpoint).setProject("shop")

/** As a server would ask, with an API key. */
async function asServer(method: string, path: string, body?: object) {
  const headers = {
    "x-appwrite-project": "shop",
    "x-appwrite-key": "shop-key",
    "content-type": "application/json",
  }
  const response = await fetch(`${CLOUD}${path}`, {
    method,
    headers,
    body: body ? JSON.stringify(body) : null,
  })
  return { status: response.status, body: await response.json() }
}

test.each([CLOUD, "https://fra.cloud.appwrite.io/v1"])(
  "a client that is set to %s asks the emulator",
  async (endpoint) => {
    const emulator = await createEmulator()
    intercept(emulator)
    const ada = { userId: "ada", email: "ada@example.com", password: "correct horse" }
    expect(await new Account(webClient(endpoint)).create(ada)).toMatchObject({ $id: "ada" })
    expect(emulator.log.list().map(({ project, path }) => [project, path])).toEqual([["shop", "/v1/account"]])
  },
)

test("bodies, queries, headers and errors are those of the emulator", async () => {
  const emulator = await createEmulator()
  emulator.project("shop", { keys: ["shop-key"] })
  intercept(emulator)
  await asServer("POST", "/users", { userId: "ada", email: "ada@example.com", name: "née 🦊" })
  const query = JSON.stringify({ method: "equal", attribute: "email", values: ["ada@example.com"] })
  const { body } = await asServer("GET", `/users?queries[]=${encodeURIComponent(query)}`)
  expect(body).toMatchObject({ total: 1, users: [{ $id: "ada", name: "née 🦊" }] })
  expect(await asServer("GET", "/users/nobody")).toMatchObject({
    status: 404,
    body: { type: "user_not_found" },
  })
})

test("a session's cookie goes to the client and comes back, and a form is a body like any other", async () => {
  intercept(await createEmulator())
  const form = new FormData()
  for (const [name, value] of Object.entries({
    userId: "ada",
    email: "ada@example.com",
    password: "correct horse",
  })) {
    form.set(name, value)
  }
  const headers = { "x-appwrite-project": "shop" }
  expect((await fetch(`${CLOUD}/account`, { method: "POST", headers, body: form })).status).toBe(201)
  const login = new URLSearchParams({ email: "ada@example.com", password: "correct horse" })
  const response = await fetch(`${CLOUD}/account/sessions/email`, { method: "POST", headers, body: login })
  const cookie = response.headers
    .getSetCookie()
    .map((text) => text.split(";", 1)[0])
    .join("; ")
  expect(cookie).toMatch(/a_session_shop=./)
  const mine = await fetch(`${CLOUD}/account`, { headers: { ...headers, cookie } })
  expect(await mine.json()).toMatchObject({ $id: "ada" })
})

test.each(["https://shop.example/backend/v1", "https://shop.example/v1/proxy/v1"])(
  "an endpoint of one's own may have a path in front: %s",
  async (endpoint) => {
    const emulator = await createEmulator()
    intercept(emulator, { endpoint })
    await new Account(webClient(endpoint)).create({
      userId: "ada",
      email: "a@example.com",
      password: "12345678",
    })
    expect(emulator.log.list().map(({ path, status }) => ({ path, status }))).toEqual([
      { path: "/v1/account", status: 201 },
    ])
  },
)

test("what the emulator does not have is an error that says so", async () => {
  intercept(await createEmulator())
  await expect(new Storage(webClient(CLOUD)).listFiles({ bucketId: "photos" })).rejects.toMatchObject({
    code: 501,
    type: "general_not_implemented",
    message: expect.stringContaining("GET /storage/buckets/photos/files"),
  })
})

test("a function can answer what the emulator does not have", async () => {
  const answer = (request: Request) => HttpResponse.json({ asked: new URL(request.url).pathname })
  intercept(await createEmulator(), { onUnhandled: answer })
  expect(await asServer("GET", "/databases")).toEqual({ status: 200, body: { asked: "/v1/databases" } })
})

test("what the emulator does not have can go where it was meant to go", async () => {
  const [here, there] = [await createEmulator(), await createEmulator()]
  const { url } = await there.listen()
  intercept(here, { endpoint: `${url}/v1`, onUnhandled: "bypass" })
  try {
    const paths = ({ log }: Emulator) => log.list().map(({ path }) => path)
    await fetch(`${url}/v1/databases`)
    await fetch(`${url}/v1/health/version`)
    expect({ here: paths(here), there: paths(there) }).toEqual({
      here: ["/v1/health/version"],
      there: ["/v1/databases"],
    })
  } finally {
    await there.close()
  }
})

test("handlers of one's own for the same endpoint come first", async () => {
  intercept(await createEmulator())
  server.use(http.get(`${CLOUD}/users/ada`, () => HttpResponse.json({ $id: "mine" })))
  expect(await asServer("GET", "/users/ada")).toEqual({ status: 200, body: { $id: "mine" } })
})
