import { describe, expect, test } from "vitest"
import { AppwriteError } from "../../errors.ts"
import { authenticatorUri } from "./authenticator-uri.ts"

test("issuer and label are encoded as one, and the issuer again in the query", () => {
  expect(authenticatorUri("My app", "ann+1@acme.com", "SECRET")).toBe(
    "otpauth://totp/My%20app%3Aann%2B1%40acme.com?issuer=My%20app&secret=SECRET",
  )
})

test("reserved characters are encoded that JavaScript would leave alone", () => {
  expect(authenticatorUri("it's (me)! *~", "é@acme.com", "S")).toBe(
    "otpauth://totp/it%27s%20%28me%29%21%20%2A~%3A%C3%A9%40acme.com?issuer=it%27s%20%28me%29%21%20%2A~&secret=S",
  )
})

test("an email that was cleared leaves the label empty", () => {
  expect(authenticatorUri("app", "", "S")).toBe("otpauth://totp/app%3A?issuer=app&secret=S")
})

describe("the server fails", () => {
  test.each([
    ["without an email", "app", null],
    ["for a colon in the project's name", "my:app", "a@b.c"],
    ["for a colon in the email", "app", "a:b@b.c"],
    ["for an encoded colon", "app", "a%3ab@b.c"],
    ["for an encoded colon in capitals", "a%3Ab", "a@b.c"],
  ])("%s", (_case, issuer, label) => {
    expect(() => authenticatorUri(issuer, label, "S")).toThrow(AppwriteError)
    expect(() => authenticatorUri(issuer, label, "S")).toThrow("Server Error")
  })
})
