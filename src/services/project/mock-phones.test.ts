import { beforeEach, expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT, type Emulator } from "../../emulator.ts"

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 6)
const NUMBER = "+14155550151"

let emulator: Emulator
let now: number

async function call(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await emulator.fetch(
    new Request(`http://localhost/v1${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        "x-appwrite-project": DEFAULT_PROJECT,
        "x-appwrite-key": DEFAULT_API_KEY,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  return { status: response.status, body: JSON.parse((await response.text()) || "null") }
}

beforeEach(async () => {
  now = NOW
  emulator = await createEmulator({ clock: { now: () => now } })
})

test("a mock phone shows its dates as the database holds them", async () => {
  const mock = {
    number: NUMBER,
    otp: "123456",
    $createdAt: "2026-01-02 03:04:05.006",
    $updatedAt: "2026-01-02 03:04:05.006",
  }
  expect(await call("POST", "/project/mock-phones", { number: NUMBER, otp: "123456" })).toEqual({
    status: 201,
    body: mock,
  })
  expect((await call("GET", `/project/mock-phones/${NUMBER}`)).body).toEqual(mock)
  expect((await call("GET", "/project/mock-phones")).body).toEqual({ total: 1, mockNumbers: [mock] })
})

test("clients older than 1.9.2 get it in the form of their time", async () => {
  const sent = { number: NUMBER, otp: "123456" }
  const { body } = await call("POST", "/project/mock-phones", sent, { "x-appwrite-response-format": "1.9.1" })
  expect(body).toEqual({ phone: NUMBER, otp: "123456" })
})

test("an update changes the code and one date", async () => {
  await call("POST", "/project/mock-phones", { number: NUMBER, otp: "123456" })
  now += 1000
  expect((await call("PUT", `/project/mock-phones/${NUMBER}`, { otp: "654321" })).body).toEqual({
    number: NUMBER,
    otp: "654321",
    $createdAt: "2026-01-02 03:04:05.006",
    $updatedAt: "2026-01-02 03:04:06.006",
  })
})

test("a deleted one is gone, the others stay in order", async () => {
  const numbers = ["+14155550151", "+14155550152", "+14155550153"]
  for (const number of numbers) await call("POST", "/project/mock-phones", { number, otp: "000000" })
  expect(await call("DELETE", `/project/mock-phones/${numbers[1]}`)).toEqual({ status: 204, body: null })
  const { mockNumbers } = (await call("GET", "/project/mock-phones")).body
  expect(mockNumbers.map(({ number }: { number: string }) => number)).toEqual([numbers[0], numbers[2]])
  const gone = await call("GET", `/project/mock-phones/${numbers[1]}`)
  expect([gone.status, gone.body.type]).toEqual([404, "mock_number_not_found"])
})

test("a number can be there once", async () => {
  await call("POST", "/project/mock-phones", { number: NUMBER, otp: "123456" })
  const again = await call("POST", "/project/mock-phones", { number: NUMBER, otp: "654321" })
  expect([again.status, again.body.type]).toEqual([409, "mock_number_already_exists"])
  expect((await call("GET", `/project/mock-phones/${NUMBER}`)).body.otp).toBe("123456")
})

const OTP_MESSAGE =
  "Invalid `otp` param: Value must be a valid string and exactly 6 chars and only consist of '0, 1, 2, 3, 4, 5, 6, 7, 8, 9' chars"

test.each<[object, string]>([
  [{ otp: "123456" }, 'Param "number" is not optional.'],
  [
    { number: "4155550151", otp: "123456" },
    "Invalid `number` param: Phone number must start with a '+' can have a maximum of fifteen digits.",
  ],
  [{ number: NUMBER, otp: "12345" }, OTP_MESSAGE],
  [{ number: NUMBER, otp: "1234567" }, OTP_MESSAGE],
  [{ number: NUMBER, otp: "12345a" }, OTP_MESSAGE],
  [{ number: NUMBER, otp: 123_456 }, OTP_MESSAGE],
])("%j is refused", async (sent, message) => {
  const { status, body } = await call("POST", "/project/mock-phones", sent)
  expect([status, body.message]).toEqual([400, message])
})

test("the path is not decoded", async () => {
  await call("POST", "/project/mock-phones", { number: NUMBER, otp: "123456" })
  expect((await call("DELETE", `/project/mock-phones/${encodeURIComponent(NUMBER)}`)).status).toBe(400)
  expect((await call("GET", "/project/mock-phones")).body.total).toBe(1)
})
