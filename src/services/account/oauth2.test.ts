import { beforeEach, describe, expect, test } from "vitest"
import { type CallAs, newScene, refusal, type Scene } from "../../test-support/scene.ts"

const SESSION = "/account/sessions/oauth2/github"
const TOKEN = "/account/tokens/oauth2/github"
const TO = "success=http://localhost/in%3Fx%3D1&failure=http://localhost/out"
const ANN = `${TO}&email=ann@acme.com&uid=42&name=Ann`

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
})

/** Where the client is sent on to. */
const target = ({ headers }: { headers: Headers }) => new URL(headers.get("location") ?? "")

/** Calls with the session cookie of an answer. */
function carrying({ headers }: { headers: Headers }): CallAs {
  return scene.caller({ cookie: headers.getSetCookie()[1]?.split(";")[0] ?? "" })
}

const refused = (answer: { headers: Headers }) => {
  const { pathname, searchParams } = target(answer)
  return { pathname, error: JSON.parse(searchParams.get("error") ?? "null") }
}

describe("logging in at a provider", () => {
  test("sends the client on with a session, a user and an identity", async () => {
    const answer = await scene.guest("GET", `${SESSION}?${ANN}`)
    expect(answer.status).toBe(301)
    expect(target(answer).href).toBe("http://localhost/in?x=1")
    const ann = carrying(answer)
    expect((await ann("GET", "/account")).body).toMatchObject({
      name: "Ann",
      email: "ann@acme.com",
      emailVerification: true,
      targets: [{ identifier: "ann@acme.com" }],
    })
    const { body } = await ann("GET", "/account/identities")
    expect(body).toMatchObject({
      total: 1,
      identities: [{ provider: "github", providerUid: "42", providerEmail: "ann@acme.com" }],
    })
    expect((await ann("GET", "/account/sessions/current")).body).toMatchObject({
      provider: "github",
      providerUid: "42",
      providerAccessToken: body.identities[0].providerAccessToken,
      providerAccessTokenExpiry: "2026-01-02T04:04:05.000+00:00",
    })
  })

  test("again finds the same user, whatever the email says", async () => {
    await scene.guest("GET", `${SESSION}?${ANN}`)
    await scene.guest("GET", `${SESSION}?${ANN.replace("ann@", "other@")}`)
    expect((await scene.key("GET", "/users")).body.total).toBe(1)
    expect((await scene.key("GET", "/users/identities")).body).toMatchObject({
      total: 1,
      identities: [{ providerEmail: "other@acme.com" }],
    })
  })

  test("joins the user who has the email", async () => {
    await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com" })
    const answer = await scene.guest("GET", `${SESSION}?${ANN}`)
    expect((await carrying(answer)("GET", "/account")).body).toMatchObject({ $id: "ann", name: "Ann" })
  })

  test("links the user who is logged in, in a session that replaces the one before", async () => {
    const before = await scene.guest("POST", "/account/sessions/anonymous", {})
    const answer = await carrying(before)("GET", `${SESSION}?${ANN}`)
    const account = (await carrying(answer)("GET", "/account")).body
    expect(account.$id).toBe(before.body.userId)
    expect((await carrying(before)("GET", "/account")).status).toBe(401)
    expect((await scene.key("GET", `/users/${account.$id}/sessions`)).body.total).toBe(1)
  })

  test("says of whom it is when nobody is named", async () => {
    const ann = carrying(await scene.guest("GET", SESSION))
    expect((await ann("GET", "/account")).body.email).not.toBe("")
  })

  test("gets new tokens when the session is extended", async () => {
    const ann = carrying(await scene.guest("GET", `${SESSION}?${ANN}`))
    const before = (await ann("GET", "/account/sessions/current")).body
    await ann("PATCH", "/account/sessions/current", {})
    const after = (await ann("GET", "/account/sessions/current")).body
    expect(after.providerAccessToken).not.toBe(before.providerAccessToken)
  })
})

describe("the client is sent to the failure page", () => {
  test("for a blocked user", async () => {
    await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com" })
    await scene.key("PATCH", "/users/ann/status", { status: false })
    const answer = await scene.guest("GET", `${SESSION}?${ANN}`)
    expect(refused(answer)).toMatchObject({ pathname: "/out", error: { type: "user_blocked", code: 403 } })
    expect(answer.headers.getSetCookie()).toEqual([])
    expect((await scene.key("GET", "/users/identities")).body.total).toBe(0)
  })

  test("for an identity of somebody else", async () => {
    await scene.guest("GET", `${SESSION}?${ANN}`)
    await scene.key("POST", "/users", { userId: "ben" })
    const ben = await scene.session("ben")
    expect(refused(await ben("GET", `${SESSION}?${ANN}`)).error.type).toBe("user_already_exists")
  })

  test("when the project is full", async () => {
    await scene.key("POST", "/users", { userId: "ben" })
    await scene.key("PATCH", "/project/policies/user-limit", { total: 1 })
    expect(refused(await scene.guest("GET", `${SESSION}?${ANN}`)).error.type).toBe("user_count_exceeded")
  })
})

test.each([
  ["/account/sessions/oauth2/nobody", "provider"],
  [`${SESSION}?success=http://evil.com`, "success"],
  [`${SESSION}?email=ann`, "email"],
])("%s is refused on the spot", async (path, name) => {
  const { status, body } = await scene.guest("GET", path)
  expect(status).toBe(400)
  expect(body.message).toContain(`\`${name}\``)
})

describe("a token of a provider", () => {
  const ask = async () => Object.fromEntries(target(await scene.guest("GET", `${TOKEN}?${ANN}`)).searchParams)

  test("makes one session of the provider", async () => {
    const { userId, secret } = await ask()
    const { status, body } = await scene.guest("POST", "/account/sessions/token", { userId, secret })
    expect(status).toBe(201)
    expect(body).toMatchObject({ provider: "github", factors: ["email"] })
    expect(await scene.guest("POST", "/account/sessions/token", { userId, secret })).toMatchObject(
      refusal(401, "user_invalid_token"),
    )
  })

  test("is good for a minute, and only as the client got it", async () => {
    const { userId, secret = "" } = await ask()
    const inside = JSON.parse(Buffer.from(secret.split(".")[1] ?? "", "base64").toString()).secret
    const forged = secret.replace(/.$/, (last) => (last === "A" ? "Q" : "A"))
    for (const wrong of [inside, forged, `${secret}x`]) {
      expect(await scene.guest("POST", "/account/sessions/token", { userId, secret: wrong })).toMatchObject(
        refusal(401, "user_invalid_token"),
      )
    }
    scene.wait(60_001)
    expect(await scene.guest("POST", "/account/sessions/token", { userId, secret })).toMatchObject(
      refusal(401, "user_invalid_token"),
    )
  })
})

describe("an identity", () => {
  test("is deleted by its user only", async () => {
    const ann = carrying(await scene.guest("GET", `${SESSION}?${ANN}`))
    const ben = carrying(await scene.guest("GET", `${SESSION}?email=ben@acme.com`))
    const { $id } = (await ann("GET", "/account/identities")).body.identities[0]
    expect(await ben("DELETE", `/account/identities/${$id}`)).toMatchObject(refusal(401, "user_unauthorized"))
    expect((await ann("DELETE", `/account/identities/${$id}`)).status).toBe(204)
    expect((await ann("GET", "/account/identities")).body.total).toBe(0)
    expect(await ann("DELETE", `/account/identities/${$id}`)).toMatchObject(
      refusal(404, "user_identity_not_found"),
    )
  })

  test("is listed by queries, under the name of an identity", async () => {
    const ann = carrying(await scene.guest("GET", `${SESSION}?${ANN}`))
    const query = (text: string) => ann("GET", `/account/identities?queries[]=${encodeURIComponent(text)}`)
    expect((await query('{"method":"equal","attribute":"provider","values":["gitlab"]}')).body.total).toBe(0)
    expect((await query('{"method":"cursorAfter","values":["none"]}')).body.message).toBe(
      "Identity 'none' for the 'cursor' value not found.",
    )
  })
})
