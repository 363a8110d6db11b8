import { expect, test } from "vitest"
import { services } from "../services/services.ts"

/** Appwrite 1.9: these write, and their routes name no event. Users that they store raise one all the same. */
const SILENT = [
  "DELETE /account",
  "POST /account",
  "POST /account/jwts",
  "POST /account/tokens/email",
  "POST /account/tokens/magic-url",
  "POST /account/tokens/phone",
  "POST /users",
  "POST /users/argon2",
  "POST /users/bcrypt",
  "POST /users/md5",
  "POST /users/phpass",
  "POST /users/scrypt",
  "POST /users/scrypt-modified",
  "POST /users/sha",
  "POST /users/:userId/jwts",
]

test("each route that writes names its event, or is known to be silent", async () => {
  const endpoints = (await Promise.all(services.map(({ load }) => load()))).flat()
  const silent = endpoints.filter(({ method, event }) => method !== "GET" && event === undefined)
  expect(silent.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...SILENT].sort())
})
