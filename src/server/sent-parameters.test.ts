import { beforeEach, describe, expect, test } from "vitest"
import { DEFAULT_API_KEY, DEFAULT_PROJECT } from "../emulator.ts"
import { newScene, refusal, type Scene } from "../test-support/scene.ts"

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
})

/** Creates a user with a body as it is. */
async function create(
  contentType: string | undefined,
  body: string | Uint8Array<ArrayBuffer> | FormData | null,
  path = "/users",
) {
  const response = await scene.emulator.fetch(
    new Request(`http://localhost/v1${path}`, {
      method: "POST",
      headers: {
        "x-appwrite-project": DEFAULT_PROJECT,
        "x-appwrite-key": DEFAULT_API_KEY,
        ...(contentType === undefined ? {} : { "content-type": contentType }),
      },
      body,
    }),
  )
  return { status: response.status, headers: response.headers, body: await response.text() }
}

const MISSING =
  '{"message":"Param \\"userId\\" is not optional.","code":400,"type":"general_argument_invalid","version":"1.9.6"}'
const JSON_TYPE = "application/json"

describe("a body that is read", () => {
  test.each([
    [JSON_TYPE, '{"userId":"ann","name":"Ann"}'],
    ["application/json; charset=utf-8", '{"userId":"ann","name":"Ann"}'],
    [JSON_TYPE, '{"userId":"ben","userId":"ann","name":"Ann"}'],
    [JSON_TYPE, '{"userId":"ann","name":"Ann","unknown":[1,{"x":null}]}'],
    ["application/x-www-form-urlencoded", "userId=ann&name=Ann"],
  ])("%s %s", async (contentType, text) => {
    const { status, body } = await create(contentType, text)
    expect(status).toBe(201)
    expect(JSON.parse(body)).toMatchObject({ $id: "ann", name: "Ann" })
  })

  test("multipart", async () => {
    const form = new FormData()
    form.append("userId", "ann")
    form.append("name", "Ann")
    expect(JSON.parse((await create(undefined, form)).body)).toMatchObject({ $id: "ann", name: "Ann" })
  })
})

describe("a body that is as good as none", () => {
  test.each([
    [JSON_TYPE, ""],
    [JSON_TYPE, "null"],
    [JSON_TYPE, "{"],
    [JSON_TYPE, '{"userId":"ann"} x'],
    [JSON_TYPE, '\ufeff{"userId":"ann"}'],
    [JSON_TYPE, '["ann"]'],
    ["text/plain", '{"userId":"ann"}'],
    ["Application/JSON", '{"userId":"ann"}'],
    ["application/json ; charset=utf-8", '{"userId":"ann"}'],
    [JSON_TYPE, '{"UserId":"ann"}'],
  ])("%s %j", async (contentType, text) => {
    expect(await create(contentType, text)).toMatchObject({ status: 400, body: MISSING })
  })

  test("none", async () => {
    expect(await create(JSON_TYPE, null)).toMatchObject({ status: 400, body: MISSING })
  })
})

test.each(["1", '"a"', "true", "0.5"])("the JSON body %s breaks the server", async (text) => {
  const { status, headers, body } = await create(JSON_TYPE, text)
  expect(status).toBe(500)
  expect(headers.get("content-type")).toBe("text/html")
  expect(headers.get("server")).toBe("swoole-http-server")
  expect(JSON.parse(body)).toEqual({ message: "Error: Server Error", code: 500, version: "1.9.6" })
})

test("the query of a POST is not looked at", async () => {
  expect(await create(JSON_TYPE, "{}", "/users?userId=ann")).toMatchObject({ status: 400, body: MISSING })
})

test("the body can't replace what the path says", async () => {
  await scene.key("POST", "/users", { userId: "ann" })
  await scene.key("POST", "/users", { userId: "ben" })
  const { body } = await scene.key("PATCH", "/users/ann/name", { userId: "ben", name: "Changed" })
  expect(body).toMatchObject({ $id: "ann", name: "Changed" })
  expect((await scene.key("GET", "/users/ann?userId=ben")).body.$id).toBe("ann")
})

test("texts that are no UTF-8 do no harm", async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('{"userId":"ann","name":"'), 0xff, 0x22, 0x7d])
  expect(await create(JSON_TYPE, bytes)).toMatchObject({ status: 400, body: MISSING })
})

test("parameters are checked in their order, after who calls", async () => {
  const wrong = { userId: "!", email: 5 }
  expect(await scene.guest("POST", "/users", wrong)).toMatchObject(refusal(401, "general_unauthorized_scope"))
  expect((await scene.key("POST", "/users", wrong)).body.message).toMatch(/^Invalid `userId` param: /)
})
