import { beforeEach, describe, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"

let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator()
})

async function control(method: string, path: string, body?: unknown) {
  const response = await emulator.fetch(
    new Request(`http://localhost/_emulator${path}`, {
      method,
      headers: { "x-emulator-control": "1" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  return { status: response.status, body: JSON.parse((await response.text()) || "null") }
}

const ask = async () => {
  const response = await emulator.fetch(new Request("http://localhost/v1/health/version"))
  return response.status
}

describe("faults", () => {
  test("are set, counted, listed and taken back", async () => {
    const rule = { route: "GET /health/version", fault: { status: 500 }, times: 1 }
    const made = await control("POST", "/faults", rule)
    expect(made).toEqual({ status: 201, body: { id: "1", ...rule, requests: 0, hits: 0 } })
    expect([await ask(), await ask()]).toEqual([500, 200])
    expect((await control("GET", "/faults")).body).toEqual({
      faults: [{ id: "1", ...rule, requests: 2, hits: 1 }],
    })
    expect(await control("DELETE", "/faults/1")).toEqual({ status: 204, body: null })
    expect(await control("DELETE", "/faults/1")).toMatchObject({ status: 404 })
    expect((await control("GET", "/faults")).body).toEqual({ faults: [] })
  })

  test("are all taken back at once", async () => {
    await control("POST", "/faults", { fault: "hang" })
    await control("POST", "/faults", { fault: "empty" })
    expect(await control("DELETE", "/faults")).toMatchObject({ status: 204 })
    expect(await ask()).toBe(200)
  })

  test("that are wrong are refused, and it is said where", async () => {
    expect(await control("POST", "/faults", { fault: "hang", times: 0 })).toEqual({
      status: 400,
      body: { error: "times: expected a whole number from 1.", code: "fault_invalid" },
    })
  })

  test("leave the control routes alone", async () => {
    await control("POST", "/faults", { fault: { status: 500 } })
    expect(await control("GET", "/health")).toMatchObject({ status: 200 })
  })
})

describe("rate limits", () => {
  const enabled = async () => (await control("GET", "/rate-limits")).body.projects

  test("are switched for all projects or for one", async () => {
    expect(await enabled()).toEqual([{ id: "emulator", enabled: false }])
    expect(await control("PUT", "/rate-limits", { enabled: true })).toMatchObject({ status: 204 })
    expect(await enabled()).toEqual([{ id: "emulator", enabled: true }])
    await control("PUT", "/rate-limits?project=emulator", { enabled: false })
    expect(await enabled()).toEqual([{ id: "emulator", enabled: false }])
  })

  test("count from zero when told so", async () => {
    emulator.rateLimits.enable()
    const remaining = async () => {
      const response = await emulator.fetch(
        new Request("http://localhost/v1/account", {
          method: "POST",
          headers: { "x-appwrite-project": "emulator" },
        }),
      )
      return response.headers.get("x-ratelimit-remaining")
    }
    expect([await remaining(), await remaining()]).toEqual(["9", "8"])
    expect(await control("DELETE", "/rate-limits/counts?project=emulator")).toMatchObject({ status: 204 })
    expect(await remaining()).toBe("9")
  })

  test.each([
    ["PUT", "/rate-limits", {}, 400],
    ["PUT", "/rate-limits", { enabled: true, on: true }, 400],
    ["PUT", "/rate-limits?project=nobody", { enabled: true }, 404],
    ["DELETE", "/rate-limits/counts?project=nobody", undefined, 404],
  ])("%s %s %j is refused", async (method, path, body, status) => {
    expect(await control(method, path, body)).toMatchObject({ status })
  })
})
