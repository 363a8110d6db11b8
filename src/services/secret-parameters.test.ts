import { expect, test } from "vitest"
import { services } from "./services.ts"

const NAMES = [
  "password",
  "oldPassword",
  "secret",
  "otp",
  "passwordSignerKey",
  "apiKey",
  "serviceAccountJSON",
]

test.each(NAMES)("%s is declared as a secret wherever a route takes it", async (name) => {
  const endpoints = (await Promise.all(services.map(({ load }) => load()))).flat()
  const taking = endpoints.filter(({ params }) => Object.hasOwn(params, name))
  expect(taking.length).toBeGreaterThan(0)
  const open = taking.filter(({ params }) => params[name]?.validator.isSecret !== true)
  expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})
