import { expect, test } from "vitest"
import { type Fakes, newFakes } from "./fakes.ts"

test.each<[string, (fakes: Fakes, text: string) => string, RegExp]>([
  ["emails", (fakes, text) => fakes.email(text), /^[0-9a-f]{20}@example\.org$/],
  ["phones", (fakes, text) => fakes.phone(text), /^\+888\d{12}$/],
  ["names", (fakes, text) => fakes.name("Person", text), /^Person [0-9a-f]{8}$/],
  ["tokens", (fakes, text) => fakes.token(text), /^[0-9a-f]{64}$/],
])("fakes of %s: one for each text, and with another salt another one", (_kind, fake, form) => {
  const fakes = newFakes("salt")
  const [one, other] = [fake(fakes, "+4930123456"), fake(fakes, "+4930123457")]
  expect(one).toMatch(form)
  expect(other).not.toBe(one)
  expect([fake(fakes, "+4930123456"), fake(newFakes("salt"), "+4930123456")]).toEqual([one, one])
  expect(fake(newFakes("other"), "+4930123456")).not.toBe(one)
})

test("an address is the same in any case", () => {
  const fakes = newFakes("salt")
  expect(fakes.email("Ada@Example.com")).toBe(fakes.email("ada@example.com"))
})

test("a number that is taken is made for no other one", () => {
  const taken = newFakes("salt").phone("+4930123456")
  const fakes = newFakes("salt")
  fakes.take(taken)
  const fake = fakes.phone("+4930123456")
  expect(fake).not.toBe(taken)
  expect(fakes.phone("+4930123456")).toBe(fake)
})
