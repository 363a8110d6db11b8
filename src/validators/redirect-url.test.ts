import { describe, expect, test } from "vitest"
import { rules19 } from "../profiles/1.9.ts"
import { appwrite19 } from "../profiles/profiles.ts"
import { redirectUrl } from "./redirect-url.ts"
import { Refusal } from "./validator.ts"

const check = (url: string) =>
  redirectUrl().check(url, { projectId: "p", settings: appwrite19.settings, now: 0, rules: rules19 })

describe("a link may lead to", () => {
  test.each([
    "http://localhost",
    "https://localhost:3000/a b?c=d#e",
    "http://LOCALHOST/",
    "http://user:secret@127.0.0.1:8080",
    "http://[::1]:3000/",
    "exp://192.168.0.1:19000",
    "exp:///",
    "appwrite-callback-p://localhost",
  ])("%s", (url) => {
    expect(check(url)).toBe(url)
  })
})

describe("a link may not lead to", () => {
  test.each([
    ["", "Invalid URI."],
    ["0", "Invalid URI."],
    ["localhost", "Invalid URI."],
    ["http://evil.com/localhost", "(evil.com) as a new Web platform"],
    ["http://localhost@evil.com", "(evil.com) as a new Web platform"],
    ["http://localhost.evil.com", "(localhost.evil.com) as a new Web platform"],
    ["http://localhost:99999", "client  as a new Web platform"],
    ["http://", "client  as a new Web platform"],
    ["chrome-extension://abc", "(abc) as a new Web (Chrome Extension) platform"],
    ["HTTP://localhost", "(localhost) as a new  platform"],
    ["ftp://localhost/x", "(localhost) as a new  platform"],
    ["appwrite-callback-q://x", "(x) as a new  platform"],
    ["//localhost/x", "(localhost) as a new  platform"],
    ["localhost:3000", "(localhost) as a new  platform"],
    ["javascript:alert(1)", "client  as a new  platform"],
  ])("%s", (url, message) => {
    const outcome = check(url)
    expect(outcome).toBeInstanceOf(Refusal)
    expect(outcome).toMatchObject({ message: expect.stringContaining(message) })
  })
})
