import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { argon2Options } from "./argon2.ts"
import { bcryptOptions } from "./bcrypt.ts"
import { fastCost, hashPassword, serverCost } from "./hash.ts"
import { md5Options } from "./md5.ts"
import { phpassOptions } from "./phpass.ts"
import { scryptOptions } from "./scrypt.ts"
import { scryptModifiedOptions } from "./scrypt-modified.ts"
import { shaOptions } from "./sha.ts"
import type { StoredPassword } from "./stored.ts"
import { verifyPassword } from "./verify.ts"

const bcryptText = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"
const argon2Text = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"

/** One of each, all for the password "password" but for the text. */
function storedAs(password: string | null): StoredPassword[] {
  const salt = { salt: "c2FsdA==", saltSeparator: "Bw==", signerKey: "a2V5" }
  return [
    { hash: "argon2", hashOptions: argon2Options(serverCost), password },
    { hash: "bcrypt", hashOptions: bcryptOptions(), password },
    { hash: "md5", hashOptions: md5Options(), password },
    { hash: "sha", hashOptions: shaOptions("sha1"), password },
    { hash: "phpass", hashOptions: phpassOptions(0, 1), password },
    {
      hash: "scrypt",
      hashOptions: scryptOptions({ salt: "NaCl", cpu: 2, memory: 1, parallel: 1, length: 16 }),
      password,
    },
    { hash: "scryptMod", hashOptions: scryptModifiedOptions(salt), password },
  ]
}

async function namesThatMatch(text: string | null, password: string): Promise<string[]> {
  const stored = storedAs(text)
  const matches = await Promise.all(stored.map((one) => verifyPassword(one, password)))
  return stored.filter((_, index) => matches[index]).map(({ hash }) => hash)
}

describe("verifyPassword", () => {
  it("lets the text say how it was made where PHP does", async () => {
    expect(await namesThatMatch(bcryptText, "U*U")).toEqual(["argon2", "bcrypt", "phpass"])
    expect(await namesThatMatch(argon2Text, "password")).toEqual(["argon2", "bcrypt"])
    expect(await namesThatMatch("$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0", "test12345")).toEqual(["phpass"])
  })

  it("takes every other text by its name alone", async () => {
    expect(await namesThatMatch("5f4dcc3b5aa765d61d8327deb882cf99", "password")).toEqual(["md5"])
    expect(await namesThatMatch("5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8", "password")).toEqual(["sha"])
  })

  it.each([null, "", "not-a-hash-at-all", "$", "$$", "$argon2id$", "$argon2d$v=19$m=8,t=1,p=1$", "*0"])(
    "matches nothing with %j",
    async (text) => {
      expect(await namesThatMatch(text, text ?? "")).toEqual([])
      expect(await namesThatMatch(text, "password")).toEqual([])
    },
  )

  it("matches nothing with arbitrary texts, and throws at none", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 256 }),
      fc.stringMatching(/^\$(2[abxy]|P|argon2id?)\$[\w$./=,]*$/),
    )
    await fc.assert(
      fc.asyncProperty(text, async (text) => {
        expect(await namesThatMatch(text, "password")).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  it("verifies what was hashed, and nothing else", async () => {
    const password = fc.string({ unit: "grapheme", maxLength: 256 })
    await fc.assert(
      fc.asyncProperty(
        password,
        password,
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        async (right, wrong, salt) => {
          fc.pre(right !== wrong)
          const stored: StoredPassword = {
            hash: "argon2",
            hashOptions: argon2Options(fastCost),
            password: await hashPassword(right, fastCost, salt),
          }
          expect(await verifyPassword(stored, right)).toBe(true)
          expect(await verifyPassword(stored, wrong)).toBe(false)
        },
      ),
      { numRuns: 15 },
    )
  })
})
