import { Account, AppwriteException, Client } from "node-appwrite-27"
import { beforeEach, describe, expect, test } from "vitest"
import { type CallAs, newScene, refusal, type Scene } from "../test-support/scene.ts"

const PASSWORD = "correct-horse-9"
const LIMITED = {
  status: 429,
  body: {
    message: "Rate limit for the current endpoint has been exceeded. Please try again after some time.",
    code: 429,
    type: "general_rate_limit_exceeded",
    version: "1.9.6",
  },
}

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com", password: PASSWORD })
  await scene.key("POST", "/users", { userId: "ben", email: "ben@acme.com", password: PASSWORD })
})

const logIn = (email: string, password: string, as: CallAs = scene.guest) =>
  as("POST", "/account/sessions/email", { email, password })

async function repeat<T>(times: number, call: () => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  for (let time = 0; time < times; time += 1) answers.push(await call())
  return answers
}

const statuses = (answers: readonly { status: number }[]) => [...new Set(answers.map(({ status }) => status))]

const shown = ({ headers }: { headers: Headers }) =>
  ["limit", "remaining", "reset"].map((name) => headers.get(`x-ratelimit-${name}`))

const hourAfter = (moment: number) => String((Math.floor(moment / 3_600_000) + 1) * 3600)

describe("switched off", () => {
  test("nothing is limited, but the headers say what the limit would be", async () => {
    const answers = await repeat(11, () => logIn("ann@acme.com", "wrong-horse-9"))
    expect(statuses(answers)).toEqual([401])
    for (const answer of answers) expect(shown(answer)).toEqual(["10", "9", hourAfter(scene.now())])
  })

  test("routes without a limit have no such headers", async () => {
    for (const answer of [await scene.key("GET", "/users"), await scene.guest("GET", "/account")]) {
      expect(shown(answer)).toEqual([null, null, null])
    }
  })
})

describe("switched on", () => {
  beforeEach(() => scene.emulator.rateLimits.enable())

  test("a client is refused after the last of its requests, until the window ends", async () => {
    const remaining = (await repeat(10, () => logIn("ann@acme.com", "wrong-horse-9"))).map(
      (answer) => shown(answer)[1],
    )
    expect(remaining).toEqual(["9", "8", "7", "6", "5", "4", "3", "2", "1", "0"])
    const refused = await logIn("ann@acme.com", PASSWORD)
    expect(refused).toMatchObject(LIMITED)
    expect(refused.body).toEqual(LIMITED.body)
    expect(shown(refused)).toEqual(["10", "0", hourAfter(scene.now())])
    expect(refused.headers.get("cache-control")).toBe("no-cache, no-store, must-revalidate")
    const end = Number(hourAfter(scene.now())) * 1000
    scene.wait(end - scene.now() - 1)
    expect(await logIn("ann@acme.com", PASSWORD)).toMatchObject(LIMITED)
    scene.wait(1)
    expect(await logIn("ann@acme.com", PASSWORD)).toMatchObject({ status: 201 })
  })

  test("logins by email count for each address by itself, written as it was sent", async () => {
    await repeat(10, () => logIn("ann@acme.com", "wrong-horse-9"))
    expect(await logIn("ben@acme.com", PASSWORD)).toMatchObject({ status: 201 })
    expect(await logIn("ANN@acme.com", PASSWORD)).toMatchObject({ status: 201 })
  })

  test("an alias of a route is counted with it", async () => {
    await repeat(10, () => logIn("ann@acme.com", "wrong-horse-9"))
    expect(
      await scene.guest("POST", "/account/sessions", { email: "ann@acme.com", password: PASSWORD }),
    ).toMatchObject(LIMITED)
  })

  test("a login starts the count anew", async () => {
    for (let round = 0; round < 2; round += 1) {
      await repeat(9, () => logIn("ann@acme.com", "wrong-horse-9"))
      expect(await logIn("ann@acme.com", PASSWORD)).toMatchObject({ status: 201 })
    }
    expect(shown(await logIn("ann@acme.com", PASSWORD))[1]).toBe("9")
  })

  test("signing up counts for each client address", async () => {
    const signUp = (headers: Record<string, string> = {}) =>
      scene.guest("POST", "/account", { userId: "unique()", email: "no address" }, headers)
    expect(statuses(await repeat(10, () => signUp()))).toEqual([400])
    expect(await signUp()).toMatchObject(LIMITED)
    expect(await signUp({ "x-forwarded-for": "203.0.113.7" })).toMatchObject(
      refusal(400, "general_argument_invalid"),
    )
  })

  test("the fewest that are left are told, of address and mail", async () => {
    const ask = (email: string) => scene.guest("POST", "/account/tokens/email", { userId: "unique()", email })
    await repeat(3, () => ask("cleo@acme.com"))
    expect(shown(await ask("dora@acme.com"))[1]).toBe("6")
    await repeat(6, () => ask("cleo@acme.com"))
    expect(await ask("emil@acme.com")).toMatchObject(LIMITED)
  })

  test("routes with the same key are counted together, whatever their method", async () => {
    const ann = await scene.session("ann")
    await repeat(10, () => ann("DELETE", "/account/sessions/none"))
    expect(await ann("PATCH", "/account/sessions/current")).toMatchObject(LIMITED)
    expect(await ann("DELETE", "/account/sessions/none")).toMatchObject(
      refusal(404, "user_session_not_found"),
    )
  })

  test("JWTs count for each user, by the minute", async () => {
    const [ann, ben] = [await scene.session("ann"), await scene.session("ben")]
    expect(statuses(await repeat(120, () => ann("POST", "/account/jwts")))).toEqual([201])
    expect(await ann("POST", "/account/jwts")).toMatchObject(LIMITED)
    expect(await ben("POST", "/account/jwts")).toMatchObject({ status: 201 })
    scene.wait(60_000)
    expect(await ann("POST", "/account/jwts")).toMatchObject({ status: 201 })
  })

  test("API keys are not limited, and are told what clients have left", async () => {
    const answers = await repeat(11, () => logIn("ann@acme.com", "wrong-horse-9", scene.key))
    expect(statuses(answers)).toEqual([401])
    expect(new Set(answers.map((answer) => shown(answer)[1]))).toEqual(new Set(["9"]))
  })

  test("who lacks the scope is refused for that, and not counted", async () => {
    await repeat(11, () => scene.guest("PATCH", "/account/password", { password: PASSWORD }))
    const ann = await scene.session("ann")
    expect(shown(await ann("PATCH", "/account/password", { password: PASSWORD }))[1]).toBe("9")
  })

  test("the limit comes before the check whether the way to log in is allowed", async () => {
    await scene.key("PATCH", "/project/auth-methods/email-password", { enabled: false })
    expect(statuses(await repeat(10, () => logIn("ann@acme.com", PASSWORD)))).toEqual([501])
    expect(await logIn("ann@acme.com", PASSWORD)).toMatchObject(LIMITED)
  })

  test("an official client sees the type of the refusal", async () => {
    const { url, close } = await scene.emulator.listen()
    try {
      const account = new Account(new Client().setEndpoint(`${url}/v1`).setProject("emulator"))
      const failures = await repeat(11, () =>
        account.createEmailPasswordSession({ email: "ann@acme.com", password: "wrong-horse-9" }).then(
          () => expect.unreachable(),
          (error: unknown) => error,
        ),
      )
      expect(failures[9]).toMatchObject({ code: 401, type: "user_invalid_credentials" })
      expect(failures[10]).toBeInstanceOf(AppwriteException)
      expect(failures[10]).toMatchObject({ code: 429, type: "general_rate_limit_exceeded" })
    } finally {
      await close()
    }
  })
})
