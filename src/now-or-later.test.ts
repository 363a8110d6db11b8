import { expect, test } from "vitest"
import { after, rescued } from "./now-or-later.ts"

const double = (value: number) => 2 * value

test("what is there is gone on with at once", () => {
  expect(after(2, double)).toBe(4)
})

test("what comes later is gone on with later", async () => {
  const outcome = after(Promise.resolve(2), double)
  expect(outcome).toBeInstanceOf(Promise)
  expect(await outcome).toBe(4)
})

test("an error is rescued, whether it comes at once or later", async () => {
  const fail = () => {
    throw new Error("now")
  }
  expect(rescued(fail, String)).toBe("Error: now")
  expect(await rescued(() => Promise.reject(new Error("later")), String)).toBe("Error: later")
})

test("without an error nothing is rescued", async () => {
  expect(rescued(() => "now", String)).toBe("now")
  expect(await rescued(() => Promise.resolve("later"), String)).toBe("later")
})
