import { scrypt } from "@noble/hashes/scrypt.js"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { HashOptionsError } from "./hash-options-error.ts"
import { type ScryptParameters, scryptOptions, verifyScrypt } from "./scrypt.ts"

const parameters = { salt: "pepper-and-salt", cpu: 8, memory: 14, parallel: 1, length: 64 }

describe("verifyScrypt", () => {
  it.each<[string, string, Partial<ScryptParameters>]>([
    // RFC 7914, section 12.
    [
      "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
      "password",
      { salt: "NaCl", cpu: 1024, memory: 8, parallel: 16 },
    ],
    [
      "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
      "pleaseletmein",
      { salt: "SodiumChloride", cpu: 16384, memory: 8 },
    ],
    [
      "de658d7639157378cb191b9e414ce071e31b25429a0ff31d3269039accb703c37aa28214974d41c92831e488c5bff339e2e7ed4c44d1ca5f4c089d3b444b3139",
      "Sup3r-Secret!",
      {},
    ],
    [
      "54b465fad571887a7b4aeae6e5de6633f5fba4843dccb15db975f1931292f6a0",
      "password",
      { salt: "pepper", cpu: 1024, memory: 8, length: 32 },
    ],
  ])("knows the password of %s", async (text, password, changes) => {
    const options = scryptOptions({ ...parameters, ...changes })
    expect(await verifyScrypt(text, password, options)).toBe(true)
    expect(await verifyScrypt(text, `${password}.`, options)).toBe(false)
    expect(await verifyScrypt(text.toUpperCase(), password, options)).toBe(false)
    expect(await verifyScrypt(text.slice(2), password, options)).toBe(false)
  })

  it("verifies what another implementation hashed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", maxLength: 256 }),
        fc.string({ unit: "grapheme", minLength: 2, maxLength: 128 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 16, max: 100 }),
        async (password, salt, log2, memory, parallel, length) => {
          const options = scryptOptions({ salt, cpu: 2 ** log2, memory, parallel, length })
          const key = scrypt(password, salt, { N: 2 ** log2, r: memory, p: parallel, dkLen: length })
          expect(await verifyScrypt(Buffer.from(key).toString("hex"), password, options)).toBe(true)
        },
      ),
      { numRuns: 15 },
    )
  })

  it("allows an N that is too big for its r, as PHP's extension does", async () => {
    const key = scrypt("password", "pepper", { N: 2 ** 16, r: 1, p: 1, dkLen: 16 })
    const options = scryptOptions({ salt: "pepper", cpu: 2 ** 16, memory: 1, parallel: 1, length: 16 })
    expect(await verifyScrypt(Buffer.from(key).toString("hex"), "password", options)).toBe(true)
  })

  it.each([{ cpu: 2 ** 30 }, { memory: 2 ** 31 - 1 }, { parallel: 2 ** 31 - 1 }])(
    "does not try a cost like %j",
    async (changes) => {
      const options = scryptOptions({ ...parameters, ...changes })
      expect(await verifyScrypt("0".repeat(128), "password", options)).toBe(false)
    },
  )
})

describe("scryptOptions", () => {
  it("keeps what was sent, in Appwrite's order", () => {
    expect(JSON.stringify(scryptOptions({ ...parameters, salt: "00" }))).toBe(
      '{"type":"scrypt","costCpu":8,"costMemory":14,"costParallel":1,"length":64,"salt":"00"}',
    )
  })

  it.each<Partial<ScryptParameters>>([
    { salt: "" },
    { salt: "0" },
    { cpu: 7 },
    { cpu: 1 },
    { cpu: 0 },
    { cpu: -8 },
    { memory: 0 },
    { parallel: 0 },
    { length: 15 },
  ])("refuses %j", (changes) => {
    expect(() => scryptOptions({ ...parameters, ...changes })).toThrow(HashOptionsError)
  })
})
