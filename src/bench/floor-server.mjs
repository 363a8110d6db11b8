import { once } from "node:events"
import { createAdaptorServer } from "@hono/node-server"
import { Hono } from "hono"
import { session, userOf } from "./floor-records.mjs"

/*
 * The floor: the same library for HTTP, a map, and answers of the size that the emulator's have. It checks nothing and
 * knows no rule, so nothing that is built on the library can be much faster. Plain JavaScript, so that its start takes no
 * compiler.
 */

const users = new Map()

function put(user) {
  users.set(user.$id, user)
  return user
}

function change(id, changes) {
  return put({ ...users.get(id), ...changes })
}

function firstUsers(length) {
  const found = []
  for (const user of users.values()) {
    if (found.length === length) break
    found.push(user)
  }
  return found
}

const PAGE = 25

const app = new Hono()
app.get("/v1/health/version", (c) => c.json({ version: "1.9.6" }))
app.post("/v1/users", async (c) => c.json(put(userOf(await c.req.json())), 201))
app.post("/v1/users/bcrypt", async (c) => c.json(put(userOf(await c.req.json())), 201))
app.post("/v1/users/:userId/sessions", (c) => c.json({ ...session, secret: "floor" }, 201))
app.post("/v1/account/sessions/email", async (c) => c.json({ ...session, email: await c.req.json() }, 201))
app.get("/v1/account", (c) => c.json(users.get("seeded0")))
app.get("/v1/users", (c) => {
  const { search, "queries[0]": query } = c.req.query()
  const isFiltered = search !== undefined || query !== undefined
  return c.json({ total: users.size, users: firstUsers(isFiltered ? 1 : PAGE) })
})
app.get("/v1/users/:userId", (c) => c.json(users.get(c.req.param("userId"))))
app.patch("/v1/users/:userId/name", async (c) => c.json(change(c.req.param("userId"), await c.req.json())))
app.patch("/v1/users/:userId/prefs", async (c) => {
  const { prefs } = await c.req.json()
  change(c.req.param("userId"), { prefs })
  return c.json(prefs)
})
app.delete("/v1/users/:userId", (c) => {
  users.delete(c.req.param("userId"))
  return c.body(null, 204)
})

const server = createAdaptorServer({ fetch: app.fetch })
server.listen(0, "127.0.0.1")
await once(server, "listening")
const address = server.address()
if (address === null || typeof address === "string") throw new Error("The floor listens on no port")
process.stdout.write(`${JSON.stringify({ port: address.port, pid: process.pid })}\n`)
