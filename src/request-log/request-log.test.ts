import { afterEach, describe, expect, test } from "vitest"
import { LogTimeoutError } from "../emulator.ts"
import { ann, closeAll, newLogged } from "../test-support/log-stage.ts"

afterEach(closeAll)

describe("list", () => {
  test("brings what matches all that is said", async () => {
    const { log, send } = await newLogged()
    await send("POST", "/v1/users", ann)
    await send("GET", "/v1/users/ann")
    await send("GET", "/v1/users/ben")
    await send("GET", "/v1/account", undefined, {})
    const ids = (filter: Parameters<typeof log.list>[0]) => log.list(filter).map(({ id }) => id)
    expect(ids({ route: "GET /v1/users/:userId" })).toEqual([2, 3])
    expect(ids({ route: "/users" })).toEqual([1])
    expect(ids({ status: "4xx" })).toEqual([3, 4])
    expect(ids({ status: 404, caller: "Emulator" })).toEqual([3])
    expect(ids({ caller: "guest" })).toEqual([4])
    expect(ids({ path: /ben$/ })).toEqual([3])
    expect(ids({ error: "user_not_found" })).toEqual([3])
    expect(ids({ since: 2, method: "get" })).toEqual([3, 4])
    expect(ids({ project: "other" })).toEqual([])
  })

  test("refuses a filter that nothing is compared with, as it would match all", async () => {
    const { log } = await newLogged()
    const filter: object = { statuss: 404 }
    expect(() => log.list(filter)).toThrow("There is no option statuss: did you mean status?")
    await expect(log.waitFor(filter)).rejects.toMatchObject({ code: "option_unknown" })
  })

  test("keeps the latest", async () => {
    const { log, send } = await newLogged({ requestLog: { size: 3 } })
    for (let count = 0; count < 8; count += 1) await send("GET", "/v1/users")
    expect(log.list().map(({ id }) => id)).toEqual([6, 7, 8])
  })

  test("is empty where there is no log", async () => {
    const { log, send } = await newLogged({ requestLog: false })
    await send("GET", "/v1/users")
    expect(log.list()).toEqual([])
  })
})

test("a project has its part of the log, which begins anew with it", async () => {
  const { emulator, log, send } = await newLogged()
  await send("GET", "/v1/users")
  await send("GET", "/v1/users", undefined, { "x-appwrite-project": "other", "x-appwrite-key": "emulator" })
  expect(emulator.project("other").log.list()).toMatchObject([{ id: 2, project: "other" }])
  emulator.project("emulator").reset()
  expect(log.list()).toMatchObject([{ id: 2 }])
})

describe("waitFor", () => {
  test("brings what is there, or what comes", async () => {
    const { log, send } = await newLogged()
    const coming = log.waitFor({ route: "POST /v1/users" })
    await send("GET", "/v1/users")
    await send("POST", "/v1/users", ann)
    expect(await coming).toMatchObject({ id: 2 })
    expect(await log.waitFor({ status: 200 }, { timeout: 0 })).toMatchObject({ id: 1 })
  })

  test("tells the nearest misses when the time runs out", async () => {
    const { log, send } = await newLogged()
    await send("GET", "/v1/account", undefined, {})
    await send("POST", "/v1/users", {})
    const failure = await log
      .waitFor({ route: "POST /v1/users", status: 201 }, { timeout: 1 })
      .catch((e) => e)
    expect(failure).toBeInstanceOf(LogTimeoutError)
    expect(failure).toMatchObject({
      code: "request_timeout",
      nearest: [{ entry: { id: 2 }, missed: ["status"] }, { entry: { id: 1 } }],
    })
    expect(failure.message).toContain("#2 POST /v1/users 400 general_argument_invalid, key Emulator")
  })
})

test("followers hear of each exchange until they stop", async () => {
  const { log, send } = await newLogged()
  const heard: number[] = []
  const stop = log.follow(({ id }) => heard.push(id))
  await send("GET", "/v1/users")
  stop()
  await send("GET", "/v1/users")
  expect(heard).toEqual([1])
})
