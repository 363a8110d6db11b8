import fc from "fast-check"
import { argon2id, argon2Verify } from "hash-wasm"
import { describe, expect, it } from "vitest"
import { verifyArgon2 } from "./argon2.ts"
import { accountCost, fastCost, hashPassword, serverCost } from "./hash.ts"

const salt = Uint8Array.from({ length: 16 }, (_, index) => index)

describe("hashPassword", () => {
  it.each([
    ["server", serverCost, "m=65536,t=4,p=3"],
    ["account", accountCost, "m=7168,t=5,p=1"],
    ["fast", fastCost, "m=8,t=1,p=1"],
  ])("takes the cost that the text names (%s)", async (_, cost, named) => {
    const text = await hashPassword("Sup3r-Secret!", cost, salt)
    expect(text).toMatch(/^\$argon2id\$v=19\$[^$]+\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(text.split("$")[3]).toBe(named)
    expect(await argon2Verify({ password: "Sup3r-Secret!", hash: text })).toBe(true)
  })

  it("makes the same text as another implementation", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 256 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        async (password, salt) => {
          const costs = { memorySize: 8, iterations: 1, parallelism: 1, hashLength: 32 }
          const text = await argon2id({ password, salt, ...costs, outputType: "encoded" })
          expect(await hashPassword(password, fastCost, salt)).toBe(text)
        },
      ),
      { numRuns: 15 },
    )
  })

  it.each([fastCost, { memoryCost: 256, timeCost: 4, threads: 2 }])(
    "hashes the empty password",
    async (cost) => {
      const text = await hashPassword("", cost, salt)
      expect(await verifyArgon2(text, "")).toBe(true)
      expect(await verifyArgon2(text, "\0")).toBe(false)
    },
  )

  it("refuses a cost beyond all bounds", async () => {
    const cost = { memoryCost: 2 ** 22, timeCost: 1, threads: 1 }
    await expect(hashPassword("password", cost, salt)).rejects.toThrow(RangeError)
  })
})
