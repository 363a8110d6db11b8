import { expect, test } from "vitest"
import { rules19 } from "../profiles/1.9.ts"
import { appwrite19 } from "../profiles/profiles.ts"
import { orNull } from "./or-null.ts"
import { newPassword } from "./password.ts"
import { Refusal } from "./validator.ts"

const context = {
  projectId: "p",
  settings: { ...appwrite19.settings, passwordDictionary: true },
  now: 0,
  rules: rules19,
}
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
