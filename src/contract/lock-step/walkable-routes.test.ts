import { expect, test } from "vitest"
import { loadRoutes } from "./load-routes.ts"
import { defaultAreas, walkableRoutes } from "./walkable-routes.ts"

const routes = await loadRoutes()
const namesOf = (choice: Partial<Parameters<typeof walkableRoutes>[1]>) =>
  walkableRoutes(routes, { areas: defaultAreas, without: [], sharesProject: false, ...choice }).map(
    ({ method, path }) => `${method} ${path}`,
  )

test("only the areas that are asked for are walked", () => {
  expect(namesOf({ areas: ["users"] }).every((name) => name.includes(" /users"))).toBe(true)
  expect(namesOf({})).toEqual(expect.arrayContaining(["POST /users", "GET /account", "POST /teams"]))
})

test("endpoints are left alone by pattern", () => {
  const names = namesOf({ without: ["* /users/*/prefs", "DELETE /users/**"] })
  expect(names).not.toContain("PATCH /users/:userId/prefs")
  expect(names).not.toContain("DELETE /users/:userId")
  expect(names).toContain("POST /users")
})

test("in a shared project nothing is asked that shows the records of others", () => {
  const names = namesOf({ sharesProject: true })
  expect(names).not.toContain("GET /users")
  expect(names).not.toContain("GET /users/identities")
  expect(names).toEqual(
    expect.arrayContaining(["POST /users", "GET /users/:userId", "GET /account/sessions"]),
  )
})
