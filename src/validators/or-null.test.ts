import { expect, test } from "vitest"
import { defaultSettings } from "../project/settings.ts"
import { orNull } from "./or-null.ts"
import { newPassword } from "./password.ts"
import { Refusal } from "./validator.ts"

const context = { projectId: "p", settings: { ...defaultSettings, passwordDictionary: true }, now: 0 }
const validator = orNull(newPassword())

test("null passes, and so does what passed before", async () => {
  expect(await validator.check(null, context)).toBeNull()
  expect(await validator.check("correct-horse-9", context)).toBe("correct-horse-9")
})

test.each([
  ["short", "Password must be between 8 and 256 characters long. or null"],
  // The dictionary answers later.
  [
    "password",
    "Password must be between 8 and 265 characters long, and should not be one of the commonly used password. or null",
  ],
])("the message of %s mentions null", async (password, message) => {
  expect(await validator.check(password, context)).toEqual(new Refusal(message))
})
