import { expect, test } from "vitest"
import { declaredEndpoints } from "./declared-endpoints.ts"
import { routeFinder, routeName } from "./route-of.ts"

const routes = [
  { method: "GET", path: "/users" },
  { method: "GET", path: "/users/:userId" },
  { method: "GET", path: "/users/usage" },
  { method: "POST", path: "/account/tokens/magic-url", aliases: ["/account/sessions/magic-url"] },
]
const routeOf = routeFinder(routes)

test.each([
  ["GET", "/users", "/users"],
  ["GET", "/users/?limit=1", "/users"],
  ["GET", "/users/usage", "/users/usage"],
  ["GET", "/users/ada", "/users/:userId"],
  ["GET", "//users/ada/", "/users/:userId"],
  ["POST", "/account/sessions/magic-url", "/account/tokens/magic-url"],
  ["DELETE", "/users/ada", undefined],
  ["GET", "/users/ada/none", undefined],
])("%s %s is for %s", (method, path, wanted) => {
  expect(routeOf(method, path)?.path).toBe(wanted)
})

test("every declared endpoint is found by its own path", async () => {
  const endpoints = await declaredEndpoints()
  const find = routeFinder(endpoints)
  const lost = endpoints.filter(
    (endpoint) => find(endpoint.method, endpoint.path.replaceAll(":", "_")) !== endpoint,
  )
  expect(lost.map(routeName)).toEqual([])
})
