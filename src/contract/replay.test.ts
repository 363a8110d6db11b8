import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import type { JsonObject, JsonValue } from "./json-value.ts"
import { replay, type Target } from "./replay.ts"
import { parseTranscript, type Transcript } from "./transcript.ts"

const at = Date.UTC(2026, 10, 23, 8)
const year = 365 * 24 * 3600 * 1000
const chosenId = "0123456789abcdef0123"
const json = { "content-type": "application/json; charset=UTF-8" }

interface Exchange {
  readonly path: string
  readonly body?: JsonValue
  readonly answer: JsonValue
}

/** A transcript with a step every ten seconds, each answered after 100 ms. */
function transcriptOf(exchanges: readonly Exchange[]): Transcript {
  const steps = exchanges.map(({ path, body, answer }, index) => ({
    as: "key",
    method: "POST",
    path,
    headers: { "x-appwrite-project": "recordedproject", "x-appwrite-key": "old key" },
    body: body ?? {},
    at: at + index * 10_000,
    ms: 100,
    response: { status: 200, headers: json, body: answer },
  }))
  const head = { name: "made-up", area: "none", server: "none", project: "recordedproject", key: "old key" }
  return parseTranscript(JSON.stringify({ ...head, steps }), "made-up")
}

/** A target that answers what it is told to, in order, and keeps the requests and the clock's moments. */
function targetOf(answers: readonly JsonValue[], hasClock = true) {
  const requests: Request[] = []
  const moments: number[] = []
  const target: Target = {
    baseUrl: "http://emulator.test:8080/v1",
    project: "mine",
    key: "new key",
    async fetch(request) {
      requests.push(request)
      return new Response(JSON.stringify(answers[requests.length - 1]), { headers: json })
    },
  }
  const setClock = (moment: number) => void moments.push(moment)
  return { target: hasClock ? { ...target, setClock } : target, requests, moments }
}

async function differencesOf(exchanges: readonly Exchange[], answers: readonly JsonValue[]) {
  const steps = await replay(transcriptOf(exchanges), targetOf(answers).target, () => 0)
  return steps.flatMap(({ differences }) => differences.map(({ path }) => path))
}

function date(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "+00:00")
}

describe("replay", () => {
  test("sends the target's project and key in the place of the recorded ones", async () => {
    const { target, requests } = targetOf([{}])
    await replay(transcriptOf([{ path: "/users", answer: {} }]), target)
    expect(requests[0]?.headers.get("x-appwrite-project")).toBe("mine")
    expect(requests[0]?.headers.get("x-appwrite-key")).toBe("new key")
  })

  test("sets the clock to the recorded moment of each step", async () => {
    const { target, moments } = targetOf([{}, {}])
    await replay(
      transcriptOf([
        { path: "/a", answer: {} },
        { path: "/b", answer: {} },
      ]),
      target,
    )
    expect(moments).toEqual([at, at + 10_000])
  })

  test.each([
    ["right", 0, []],
    ["a second late", 1000, ["body.expire"]],
    ["a second early", -1000, ["body.expire"]],
  ])("an expiry by the set clock that is %s", async (_, error, paths) => {
    const answer = { expire: date(at + 50 + year) }
    expect(await differencesOf([{ path: "/a", answer }], [{ expire: date(at + year + error) }])).toEqual(
      paths,
    )
  })

  test("without a clock dates count by their distance from the real moments", async () => {
    const { target } = targetOf([{ expire: date(5_000 + year) }], false)
    const transcript = transcriptOf([{ path: "/a", answer: { expire: date(at + 50 + year) } }])
    const replayAt = async (moment: number) =>
      (await replay(transcript, targetOf([{ expire: date(5_000 + year) }], false).target, () => moment))[0]
        ?.differences.length
    expect(target.setClock).toBeUndefined()
    expect(await replayAt(5_000)).toBe(0)
    expect(await replayAt(65_000)).toBe(1)
  })

  test("an ID of the server's form that the client chose must come back as it is", async () => {
    const exchange = { path: "/users", body: { userId: chosenId }, answer: { $id: chosenId } }
    expect(await differencesOf([exchange], [{ $id: chosenId }])).toEqual([])
    expect(await differencesOf([exchange], [{ $id: "f".repeat(20) }])).toEqual(["body.$id"])
  })

  test("a one-time code that the client chose is no secret of the server", async () => {
    const exchange = { path: "/account/tokens/phone", body: { otp: "123456" }, answer: { secret: "123456" } }
    expect(await differencesOf([exchange], [{ secret: "654321" }])).toEqual(["body.secret"])
  })

  test("a short hexadecimal secret without letters may get some", async () => {
    const exchange = { path: "/users/u/tokens", answer: { secret: "123456" } }
    expect(await differencesOf([exchange], [{ secret: "abc456" }])).toEqual([])
    expect(
      await differencesOf([{ ...exchange, path: "/account/tokens/email" }], [{ secret: "abc456" }]),
    ).toEqual(["body.secret"])
  })

  test("an ID in a message is the one of this run", async () => {
    const [old, fresh] = ["a".repeat(20), "b".repeat(20)]
    const message = (id: string) => ({ message: `User '${id}' for the 'cursor' value not found.` })
    const exchanges = [
      { path: "/a", answer: { $id: old } },
      { path: "/b", answer: message(old) },
    ]
    expect(await differencesOf(exchanges, [{ $id: fresh }, message(fresh)])).toEqual([])
    expect(await differencesOf(exchanges, [{ $id: fresh }, message(old)])).toEqual(["body.message"])
  })

  test("a key is called by the target's project and host", async () => {
    const exchange = {
      path: "/a",
      answer: { message: "app.recordedproject@service.127.0.0.1 (role: applications)" },
    }
    expect(
      await differencesOf([exchange], [{ message: "app.mine@service.emulator.test (role: applications)" }]),
    ).toEqual([])
    expect(await differencesOf([exchange], [exchange.answer])).toEqual(["body.message"])
  })

  describe("of two JWTs of one user", () => {
    const second = (at - 1000 + 900_000) / 1000
    const [early, late] = [jwtOf({ userId: "u", exp: second }), jwtOf({ userId: "u", exp: second + 1 })]
    const exchange = (jwt: string) => ({ path: "/users/u/jwts", answer: { jwt } })

    test.each([
      ["in the recording only", [early, early], [early, late]],
      ["here only", [early, late], [early, early]],
    ])("takes them for right that were made within one second %s", async (_, [a = "", b = ""], given) => {
      const transcript = transcriptOf([exchange(a), exchange(b)])
      // Each request, there and here, lasts from 50 ms before the end of a second to 50 ms after.
      const steps = transcript.steps.map((step) => ({ ...step, at: at - 50 }))
      let now = 0
      const { target } = targetOf(given.map((jwt) => ({ jwt })))
      const replayed = await replay({ ...transcript, steps }, target, () => (now += 100))
      expect(replayed.flatMap(({ differences }) => differences)).toEqual([])
    })

    test("finds the one that is another user's", async () => {
      const others = jwtOf({ userId: "v", exp: second })
      expect(
        await differencesOf([exchange(early), exchange(early)], [{ jwt: early }, { jwt: others }]),
      ).toEqual(["body.jwt"])
    })
  })
})

/** A JWT whose signature is made up, and goes with its payload. */
function jwtOf(claims: JsonObject): string {
  const part = (content: JsonObject) => Buffer.from(JSON.stringify(content)).toString("base64url")
  const signature = createHash("sha256").update(part(claims)).digest("base64url")
  return [part({ typ: "JWT", alg: "HS256" }), part(claims), signature].join(".")
}
