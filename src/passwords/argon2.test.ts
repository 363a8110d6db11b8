import fc from "fast-check"
import { argon2id as wasmArgon2id } from "hash-wasm"
import { describe, expect, it } from "vitest"
import { argon2Options, verifyArgon2 } from "./argon2.ts"
import { serverCost } from "./hash.ts"

/** From the tests of the reference implementation (phc-winner-argon2). */
const published = [
  "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
  "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
  "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
  "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
  "$argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY",
]

describe("verifyArgon2", () => {
  it.each(published)("knows the password of %s", async (text) => {
    expect(await verifyArgon2(text, "password")).toBe(true)
    expect(await verifyArgon2(text, "Password")).toBe(false)
  })

  it.each([
    "$argon2id$v=19$m=65536,t=4,p=3$dnFqYUFXcmg4SW9odjFpcw$1krwUKf7DZkQTYkMtRrnKtY7ncGMd+xrZAwx0siQCFQ",
    "$argon2id$v=19$m=7168,t=5,p=1$bWJIRmpMVzdFOHNra0lVOQ$gOPwc4oa/AMdcs7y/0QG2m/amCwrAO+rG1aStlIBLUk",
  ])("knows the password of %s, which PHP made", async (text) => {
    expect(await verifyArgon2(text, "Sup3r-Secret!")).toBe(true)
    expect(await verifyArgon2(text, "Sup3r-Secret")).toBe(false)
  })

  it("verifies what WebAssembly hashed, whatever salt, cost and length", async () => {
    const bytes = (minLength: number) => fc.uint8Array({ minLength, maxLength: 40 })
    const cost = fc.record({ p: fc.integer({ min: 1, max: 3 }), t: fc.integer({ min: 1, max: 3 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", minLength: 1 }),
        bytes(8),
        cost,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 4, max: 80 }),
        async (password, salt, { p, t }, spare, hashLength) => {
          const options = {
            password,
            salt,
            iterations: t,
            parallelism: p,
            memorySize: 8 * p + spare,
            hashLength,
          }
          const text = await wasmArgon2id({ ...options, outputType: "encoded" })
          expect(await verifyArgon2(text, password)).toBe(true)
          expect(await verifyArgon2(text, `${password}.`)).toBe(false)
        },
      ),
      { numRuns: 15 },
    )
  })

  const salt = "c29tZXNhbHQ"
  const tag = "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
  it.each([
    ["an unknown version", `$argon2id$v=18$m=256,t=2,p=1$${salt}$${tag}`],
    ["another order", `$argon2id$v=19$t=2,m=256,p=1$${salt}$${tag}`],
    ["a leading zero", `$argon2id$v=19$m=0256,t=2,p=1$${salt}$${tag}`],
    ["padding", `$argon2id$v=19$m=256,t=2,p=1$${salt}=$${tag}`],
    ["stray bits in base64", `$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHR$${tag}`],
    ["a short salt", `$argon2id$v=19$m=256,t=2,p=1$c29tZXNh$${tag}`],
    ["a short tag", `$argon2id$v=19$m=256,t=2,p=1$${salt}$nf65`],
    ["no passes", `$argon2id$v=19$m=256,t=0,p=1$${salt}$${tag}`],
    ["too little memory", `$argon2id$v=19$m=15,t=2,p=2$${salt}$${tag}`],
    ["something behind it", `$argon2id$v=19$m=256,t=2,p=1$${salt}$${tag}\n`],
    ["more memory than can be had", `$argon2id$v=19$m=4294967295,t=1,p=1$${salt}$${tag}`],
    ["more passes than can be waited for", `$argon2id$v=19$m=8,t=4294967295,p=1$${salt}$${tag}`],
    ["a number of any length", `$argon2id$v=19$m=${"9".repeat(100)},t=1,p=1$${salt}$${tag}`],
  ])("takes no text with %s", async (_, text) => {
    expect(await verifyArgon2(text, "password")).toBe(false)
  })
})

it("stores the options in Appwrite's order", () => {
  expect(JSON.stringify(argon2Options(serverCost))).toBe(
    '{"type":"argon2","memory_cost":65536,"time_cost":4,"threads":3}',
  )
})
