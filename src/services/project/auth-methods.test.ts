import { beforeEach, expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT, type Emulator } from "../../emulator.ts"

const METHODS = ["email-password", "magic-url", "email-otp", "anonymous", "invites", "jwt", "phone"]

let emulator: Emulator

async function update(method: string, body: object) {
  const response = await emulator.fetch(
    new Request(`http://localhost/v1/project/auth-methods/${method}`, {
      method: "PATCH",
      headers: {
        "content-type": "application/json",
        "x-appwrite-project": DEFAULT_PROJECT,
        "x-appwrite-key": DEFAULT_API_KEY,
      },
      body: JSON.stringify(body),
    }),
  )
  return { status: response.status, body: JSON.parse(await response.text()) }
}

beforeEach(async () => {
  emulator = await createEmulator()
})

test.each(METHODS)("%s is switched off and on again, and nothing else is", async (method) => {
  const off = METHODS.map(($id) => ({ $id, enabled: $id !== method }))
  const on = METHODS.map(($id) => ({ $id, enabled: true }))
  expect((await update(method, { enabled: false })).body.authMethods).toEqual(off)
  expect((await update(method, { enabled: true })).body.authMethods).toEqual(on)
})

test("the answer is the project", async () => {
  expect((await update("jwt", { enabled: true })).body).toMatchObject({
    $id: DEFAULT_PROJECT,
    name: DEFAULT_PROJECT,
    status: "active",
  })
})

test.each([
  ["nosuch", { enabled: true }, `Invalid \`methodId\` param: Value must be one of (${METHODS.join(", ")})`],
  ["jwt", {}, 'Param "enabled" is not optional.'],
  ["jwt", { enabled: "0" }, "Invalid `enabled` param: Value must be a valid boolean"],
])("%s with %j is refused", async (method, sent, message) => {
  const { status, body } = await update(method, sent)
  expect([status, body.message]).toEqual([400, message])
})
