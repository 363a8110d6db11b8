import { expect, test } from "vitest"
import { TESTS, USERS_OF_A_TEST } from "./suite-size.mjs"

const project = { projectId: "none" }
const planted = { users: Array.from({ length: USERS_OF_A_TEST }) }

for (let index = 0; index < TESTS; index += 1) {
  test(`test ${index}`, () => {
    expect(project.projectId).not.toBe("")
    expect(planted.users).toHaveLength(USERS_OF_A_TEST)
  })
}
