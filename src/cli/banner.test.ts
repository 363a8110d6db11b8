import { expect, test } from "vitest"
import { banner } from "./banner.ts"
import { endpointUrl, isLoopback } from "./endpoint-url.ts"
import { listenFailure } from "./listen-failure.ts"

const asItIs = (text: string) => text
const plain = { strong: asItIs, faint: asItIs, warning: asItIs, ofStatus: () => asItIs }
const ready = {
  endpoint: "http://127.0.0.1:4590/v1",
  projectId: "emulator",
  port: 4590,
  pid: 1,
  appwrite: "1.9.6",
}

test.each([
  ["emulator", "emulator", '"emulator"'],
  ["standard_0a-b+/=", "standard_0a-b+/=", '"standard_0a-b+/="'],
  ["a#b$c", "'a#b$c'", '"a#b$c"'],
  [`it's`, `"it's"`, `"it's"`],
  ['say"', `'say"'`, '"say\\""'],
])("an API key %s can be pasted", (apiKey, inEnv, inCode) => {
  const text = banner({ ...ready, apiKey }, plain)
  expect(text).toContain(`APPWRITE_API_KEY=${inEnv}\n`)
  expect(text).toContain(`.setKey(${inCode})\n`)
})

test.each([
  ["127.0.0.1", "http://127.0.0.1:80/v1", true],
  ["localhost", "http://localhost:80/v1", true],
  ["127.0.0.2", "http://127.0.0.2:80/v1", true],
  ["::1", "http://[::1]:80/v1", true],
  ["0.0.0.0", "http://127.0.0.1:80/v1", false],
  ["::", "http://[::1]:80/v1", false],
  ["192.168.1.2", "http://192.168.1.2:80/v1", false],
  ["127.example.com", "http://127.example.com:80/v1", false],
])("%s is called at %s", (host, url, loopback) => {
  expect(endpointUrl(host, 80)).toBe(url)
  expect(isLoopback(host)).toBe(loopback)
})

test.each([
  ["EADDRINUSE", /Port 80 is taken.*--port 0/s],
  ["EACCES", /Port 80 is not allowed.*--port 0/s],
  ["EADDRNOTAVAIL", /"::2".*--host/s],
  ["EIO", /Can't listen on ::2:80: broken/],
])("says what to do about %s", (code, text) => {
  const error = Object.assign(new Error("broken"), { code })
  expect(listenFailure(error, { host: "::2", port: 80 })).toMatch(text)
})
