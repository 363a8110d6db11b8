// What the package must do on any runtime, in process. It imports the package as its users do, and nothing but what all
// runtimes have; it prints one JSON object a line: {"name","error"}, the error `null` where all is well.
import assert from "node:assert/strict"
import { readFile, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import { createEmulator } from "appwrite-users-emulator"
import { userFactory } from "appwrite-users-emulator/factories"

const PASSWORD = "password"

/** Hashes of the word `password`, but for two samples: by the route that imports them, with what that takes beside it. */
const HASHES = {
  // Too much for the main thread, as are bcrypt and the Scrypt below: worker threads verify them.
  argon2: {
    password: "$argon2id$v=19$m=32768,t=2,p=2$c29tZXNhbHQ$q7mvSZTfYj9NX+1gwr6Z7xi4dKApvXxai2sPGGy8ZN0",
  },
  bcrypt: { password: "$2b$08$RhhiA7OJuAToBFqMuuBau.XyTKjldN/tCjVNTaPlynN4UtqwFkcfS" },
  md5: { password: "5f4dcc3b5aa765d61d8327deb882cf99" },
  phpass: { password: "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0" },
  sha: {
    password: "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
    passwordVersion: "sha256",
  },
  scrypt: {
    password: "e675904a7de9eaf42addb61b60571185a8fc15c8d0712f99338d90326291b04b",
    passwordSalt: "salt",
    passwordCpu: 65_536,
    passwordMemory: 1,
    passwordParallel: 1,
    passwordLength: 32,
  },
  "scrypt-modified": {
    password: "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==",
    passwordSalt: "42xEC+ixf3L2lw==",
    passwordSaltSeparator: "Bw==",
    passwordSignerKey:
      "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==",
  },
}

/** What the samples are hashes of. */
const OTHER_PASSWORDS = { phpass: "test12345", "scrypt-modified": "user1password" }

/** Sends a request with the project's key, or as somebody else, and brings status and body. */
function caller(answer, base = "http://localhost") {
  return async (method, path, body, headers = { "x-appwrite-key": "emulator" }) => {
    const request = new Request(`${base}/v1${path}`, {
      method,
      headers: { "x-appwrite-project": "emulator", "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const response = await answer(request)
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) }
  }
}

const GUEST = {}
const KEY = { "x-appwrite-project": "emulator", "x-appwrite-key": "emulator" }
const withSession = (headers) => ({
  cookie: headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; "),
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
})

const logIn = (call, email, password = PASSWORD) =>
  call("POST", "/account/sessions/email", { email, password }, GUEST)

const checks = {
  async "create, get, list, update, delete"(call) {
    const created = await call("POST", "/users", { userId: "ada", email: "ada@example.com", name: "Ada" })
    assert.equal(created.status, 201)
    assert.equal((await call("GET", "/users/ada")).body.name, "Ada")
    const query = encodeURIComponent('{"method":"equal","attribute":"email","values":["ada@example.com"]}')
    assert.equal((await call("GET", `/users?queries[]=${query}&search=ada`)).body.total, 1)
    assert.equal((await call("PATCH", "/users/ada/name", { name: "Ada L." })).body.name, "Ada L.")
    assert.equal((await call("POST", "/users", { userId: "ada" })).body.type, "user_already_exists")
    assert.equal((await call("DELETE", "/users/ada")).status, 204)
    assert.equal((await call("GET", "/users/ada")).status, 404)
  },
  async "preferences keep what is in them"(call) {
    await call("POST", "/users", { userId: "ada" })
    const prefs = { theme: "dark", ünïcode: "🎉", list: [1, 2.5, null, { deep: true }] }
    assert.deepEqual((await call("PATCH", "/users/ada/prefs", { prefs })).body, prefs)
    assert.deepEqual((await call("GET", "/users/ada/prefs")).body, prefs)
  },
  async "a password is hashed, and logs in"(call) {
    await call("POST", "/users", { userId: "ada", email: "ada@example.com", password: PASSWORD })
    assert.match((await call("GET", "/users/ada")).body.password, /^\$argon2id\$/)
    assert.equal((await logIn(call, "ada@example.com")).status, 201)
    assert.equal((await logIn(call, "ada@example.com", "wrong password")).status, 401)
  },
  async "a password is hashed at the server's cost"(_call, _emulator, another) {
    const call = caller((await another({ hashCost: "server" })).fetch)
    await call("POST", "/users", { userId: "ada", email: "ada@example.com", password: PASSWORD })
    assert.match((await call("GET", "/users/ada")).body.password, /m=65536,t=4/)
    assert.equal((await logIn(call, "ada@example.com")).status, 201)
  },
  ...Object.fromEntries(
    Object.entries(HASHES).map(([algorithm, hash]) => [
      `an imported ${algorithm} hash logs in`,
      async (call) => {
        const email = `${algorithm}@example.com`
        const created = await call("POST", `/users/${algorithm}`, { userId: algorithm, email, ...hash })
        assert.equal(created.status, 201)
        assert.equal((await logIn(call, email, OTHER_PASSWORDS[algorithm])).status, 201)
        assert.equal((await logIn(call, email, "wrong password")).status, 401)
      },
    ]),
  ),
  async "sessions, cookies and JWTs"(call) {
    await call("POST", "/users", { userId: "ada", email: "ada@example.com", password: PASSWORD })
    const session = withSession((await logIn(call, "ada@example.com")).headers)
    assert.equal((await call("GET", "/account", undefined, session)).body.$id, "ada")
    const { sessions } = (await call("GET", "/users/ada/sessions")).body
    assert.equal(sessions.length, 1)
    const { jwt } = (await call("POST", "/account/jwts", {}, session)).body
    assert.equal((await call("GET", "/account", undefined, { "x-appwrite-jwt": jwt })).body.$id, "ada")
    const browser = await call(
      "POST",
      "/account/sessions/anonymous",
      {},
      { "user-agent": session["user-agent"] },
    )
    assert.equal(browser.body.clientName, "Firefox")
    assert.equal((await call("DELETE", "/users/ada/sessions")).status, 204)
    assert.equal((await call("GET", "/account", undefined, session)).status, 401)
  },
  async "codes by mail, and a second factor"(call, emulator) {
    await call("POST", "/users", { userId: "ada", email: "ada@example.com", password: PASSWORD })
    await call("POST", "/account/tokens/email", { userId: "ada", email: "ada@example.com" }, GUEST)
    const { secret } = await emulator.outbox.waitFor({ recipient: "ada@example.com" })
    const { headers } = await call("POST", "/account/sessions/token", { userId: "ada", secret }, GUEST)
    const totp = await call("POST", "/account/mfa/authenticators/totp", {}, withSession(headers))
    assert.match(totp.body.uri, /^otpauth:/)
  },
  async "snapshot, diff, restore, branch, reset"(call, emulator) {
    await call("POST", "/users", { userId: "ada" })
    const before = emulator.snapshot()
    await call("POST", "/users", { userId: "alan" })
    const project = emulator.project("emulator")
    const branch = project.branch()
    assert.deepEqual([project.userCount, branch.userCount], [2, 2])
    assert.match(JSON.stringify(emulator.diff(before)), /"alan"/)
    emulator.restore(before)
    assert.equal(project.userCount, 1)
    emulator.reset()
    assert.equal(project.userCount, 0)
  },
  async "seeds: objects, factories, YAML, JSON, modules"(_call, emulator) {
    const project = emulator.project("emulator")
    await project.seed({ users: [userFactory.verified().withSession().build(), { email: "b@example.com" }] })
    assert.equal(project.userCount, 2)
    const seeds = {
      "seed.yaml": "users: [{ $id: ada, password: correct horse, email: ada@example.com }]\n",
      "seed.json": '{"users":[{"$id":"ada"}]}',
      "seed.mjs": 'export default async () => ({ users: [{ $id: "ada" }] })\n',
    }
    for (const [file, text] of Object.entries(seeds)) {
      await writeFile(file, text)
      await project.seed(file, { isStart: true })
      assert.equal(project.userCount, 1, file)
    }
  },
  async "the clock, and runs that repeat"(_call, _emulator, another) {
    const run = async () => {
      const emulator = await another({ randomSeed: 7 })
      const call = caller(emulator.fetch)
      const first = await call("POST", "/users", {
        userId: "unique()",
        email: "a@example.com",
        password: PASSWORD,
      })
      emulator.clock.advance({ minutes: 15 })
      const second = await call("POST", "/users", { userId: "unique()" })
      return JSON.stringify([first.body, second.body])
    }
    assert.equal(await run(), await run())
  },
  async "export and import"(call, emulator, another) {
    await call("POST", "/users", { userId: "ada", email: "ada@example.com", password: PASSWORD })
    await emulator.export("data.ndjson")
    const other = await another({ data: "data.ndjson" })
    assert.equal(other.project("emulator").userCount, 1)
    assert.equal((await logIn(caller(other.fetch), "ada@example.com")).status, 201)
    await other.export("again.ndjson")
    const projects = async (file) => (await readFile(file, "utf8")).match(/"\$id":"ada"/g)
    assert.deepEqual(await projects("again.ndjson"), await projects("data.ndjson"))
  },
  async "a port: requests, cookies, control and bounds"(_call, emulator) {
    const { url } = await emulator.listen({ maxBodySize: 1000 })
    const call = caller(fetch, url)
    const created = await call("POST", "/users", {
      userId: "ada",
      email: "ada@example.com",
      password: PASSWORD,
    })
    assert.equal(created.status, 201)
    const session = withSession((await logIn(call, "ada@example.com")).headers)
    assert.equal((await call("GET", "/account", undefined, session)).body.$id, "ada")
    const at = `${url}/_emulator/health`
    assert.equal((await fetch(at, { headers: { "x-emulator-control": "1" } })).status, 200)
    assert.equal((await fetch(at)).status, 403)
    const long = await fetch(`${url}/v1/users`, { method: "POST", body: "x".repeat(2000) })
    assert.equal(long.status, 413)
    await long.text()
    const many = await Promise.all(
      Array.from({ length: 50 }, (_, n) => call("POST", "/users", { userId: `u${n}` })),
    )
    assert.equal(
      many.every(({ status }) => status === 201),
      true,
    )
  },
  async "faults on a port"(_call, emulator) {
    const { url } = await emulator.listen()
    const call = caller(fetch, url)
    emulator.faults.add({ route: "GET /users", fault: { status: 503 }, times: 1 })
    assert.equal((await fetch(`${url}/v1/users`, { headers: KEY })).status, 503)
    // Some clients send once more, unasked, what was broken off.
    const fault = emulator.faults.add({ route: "POST /users", fault: "connection_reset" })
    await assert.rejects(call("POST", "/users", { userId: "ada" }))
    fault.remove()
    assert.equal((await call("GET", "/users")).status, 200)
  },
  async "events and webhooks"(call, emulator) {
    const told = []
    const receiver = createServer((request, response) => {
      told.push(request.headers["x-appwrite-webhook-events"])
      request.resume().on("end", () => response.end())
    })
    await new Promise((listening) => receiver.listen(0, "127.0.0.1", listening))
    const hook = {
      name: "Mirror",
      url: `http://127.0.0.1:${receiver.address().port}/`,
      events: ["users.*.create"],
    }
    emulator.webhooks.create({ project: "emulator", ...hook })
    const raised = emulator.events.waitFor("users.*.create")
    await call("POST", "/users", { userId: "ada" })
    assert.equal((await raised).payload.$id, "ada")
    await emulator.webhooks.settled()
    assert.match(told.join(), /users\.ada\.create/)
    receiver.close()
  },
}

for (const [name, check] of Object.entries(checks)) {
  const emulators = []
  const another = async (options) => {
    const emulator = await createEmulator(options)
    emulators.push(emulator)
    return emulator
  }
  let error = null
  try {
    const emulator = await another()
    await check(caller(emulator.fetch), emulator, another)
  } catch (thrown) {
    error = thrown instanceof Error ? String(thrown.stack) : String(thrown)
  }
  for (const emulator of emulators) await emulator.close()
  console.log(JSON.stringify({ name, error }))
}
