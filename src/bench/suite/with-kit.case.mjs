import { test } from "appwrite-users-emulator/vitest"
import { expect } from "vitest"
import { TESTS, USERS_OF_A_TEST } from "./suite-size.mjs"

/*
 * The package as users have it, so that its loading counts as it does with them. Plain JavaScript, since the types of
 * what was built are there only after the build.
 */

const users = Array.from({ length: USERS_OF_A_TEST }, (_, index) => ({
  $id: `user${index}`,
  email: `user${index}@example.test`,
}))

test.override({ seed: { users } })

for (let index = 0; index < TESTS; index += 1) {
  test(`test ${index}`, ({ project, planted }) => {
    expect(project.projectId).not.toBe("")
    expect(planted.users).toHaveLength(USERS_OF_A_TEST)
  })
}
