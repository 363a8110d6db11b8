import { describe, expect, test } from "vitest"
import { Unanswered } from "../unanswered.ts"
import { CannotCompare } from "./cannot-compare.ts"
import { patientFetch } from "./patient-fetch.ts"

const request = () => new Request("http://127.0.0.1/v1/users", { method: "POST", body: "{}" })
const patience = { answer: 10_000, rateLimit: 1000, signal: new AbortController().signal }

function limited(times: number, headers: Record<string, string>) {
  const bodies: string[] = []
  const fetch = async (sent: Request) => {
    bodies.push(await sent.text())
    return bodies.length <= times ? new Response(null, { status: 429, headers }) : new Response("ok")
  }
  return { fetch, bodies }
}

describe("a server that sends us away", () => {
  test("is asked the same again", async () => {
    const { fetch, bodies } = limited(2, { "retry-after": "0" })
    expect(await (await patientFetch(fetch, patience)(request())).text()).toBe("ok")
    expect(bodies).toEqual(["{}", "{}", "{}"])
  })

  test.each([
    ["retry-after", "3600"],
    ["retry-after", new Date(Date.now() + 3_600_000).toUTCString()],
    ["x-ratelimit-reset", String(Math.floor(Date.now() / 1000) + 3600)],
  ])("for longer than we wait, by %s: %s, ends the run", async (name, value) => {
    const { fetch, bodies } = limited(1, { [name]: value })
    await expect(patientFetch(fetch, patience)(request())).rejects.toThrow(CannotCompare)
    expect(bodies).toHaveLength(1)
  })
})

const never = (sent: Request) =>
  new Promise<Response>((_, reject) => {
    sent.signal.addEventListener("abort", () => reject(sent.signal.reason))
  })

test("a server that does not answer ends the run", async () => {
  await expect(patientFetch(never, { ...patience, answer: 1 })(request())).rejects.toThrow("was not answered")
})

test("an interruption ends what is under way", async () => {
  const stop = new AbortController()
  const answer = patientFetch(never, { ...patience, signal: stop.signal })(request())
  stop.abort()
  await expect(answer).rejects.toThrow("interrupted")
})

test("a server that is not there ends the run, with the reason", async () => {
  const fetch = async () => {
    throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") })
  }
  await expect(patientFetch(fetch, patience)(request())).rejects.toThrow("connect ECONNREFUSED")
})

describe("a server that gives no answer", () => {
  const request = (method: string, headers: Record<string, string>) =>
    new Request("http://127.0.0.1/v1/users", { method, headers })
  const key = { "x-appwrite-key": "k" }

  /** Fails so many times. */
  function failing(times: number) {
    let count = 0
    const fetch = async () => {
      count += 1
      if (count <= times) throw new TypeError("fetch failed")
      return new Response("ok")
    }
    return { fetch, asked: () => count }
  }

  test("is asked again for what a key reads, as long as there is patience", async () => {
    const once = failing(1)
    const answer = await patientFetch(once.fetch, { ...patience, outage: 150 })(request("GET", key))
    expect(await answer.text()).toBe("ok")
    const always = failing(100)
    const patient = patientFetch(always.fetch, { ...patience, outage: 150 })
    await expect(patient(request("GET", key))).rejects.toThrow(Unanswered)
    expect(always.asked()).toBe(2)
  })

  test.each([
    ["what is written", "POST", key],
    ["what users read, which moves their last access", "GET", { "x-appwrite-session": "s" }],
  ])("is not asked again for %s", async (_, method, headers) => {
    const { fetch, asked } = failing(1)
    await expect(patientFetch(fetch, patience)(request(method, headers))).rejects.toThrow(Unanswered)
    expect(asked()).toBe(1)
  })

  test("is asked again for anything that the caller knows to be harmless", async () => {
    const answer = await patientFetch(failing(1).fetch, patience, () => true)(request("DELETE", key))
    expect(await answer.text()).toBe("ok")
  })
})
