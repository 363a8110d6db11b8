import { expect, test } from "vitest"
import { isOwnHost } from "./own-host.ts"

const at = (host: string) => ({ host, port: 4590 })

test.each([
  ["127.0.0.1:4590", at("127.0.0.1")],
  ["localhost:4590", at("127.0.0.1")],
  ["[::1]:4590", at("::1")],
  ["Box.local:4590", at("box.local")],
  ["localhost:4590", at("0.0.0.0")],
  ["192.168.1.7:4590", at("0.0.0.0")],
  ["[fe80::1]:4590", at("::")],
  ["localhost", { host: "127.0.0.1", port: 80 }],
  ["localhost", undefined],
])("%s is its own, at %j", (header, listening) => {
  expect(isOwnHost(header, listening)).toBe(true)
})

test.each([
  ["evil.example:4590", at("127.0.0.1")],
  // A name on all addresses may be one that a web page has pointed here.
  ["evil.example:4590", at("0.0.0.0")],
  ["evil.example:4590", at("::")],
  ["127.0.0.1.evil.example:4590", at("0.0.0.0")],
  ["192.168.1.7:4590", at("127.0.0.1")],
  ["127.0.0.1:4591", at("127.0.0.1")],
  ["127.0.0.1", at("127.0.0.1")],
  ["127.0.0.1:4590:4590", at("127.0.0.1")],
  ["evil@127.0.0.1:4590", at("127.0.0.1")],
  ["", at("127.0.0.1")],
  ["evil.example", undefined],
])("%s is not, at %j", (header, listening) => {
  expect(isOwnHost(header, listening)).toBe(false)
})
