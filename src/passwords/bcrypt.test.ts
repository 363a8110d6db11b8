import bcryptjs from "bcryptjs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bcryptOptions, verifyBcrypt } from "./bcrypt.ts"

/** From the tests of crypt_blowfish. */
const published: [text: string, password: string][] = [
  ["$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", "U*U"],
  ["$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK", "U*U*"],
  ["$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a", "U*U*U"],
  ["$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy", ""],
  [
    "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui",
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored",
  ],
]

describe("verifyBcrypt", () => {
  it.each([
    ...published,
    ["$2y$08$Gaa.7HnHQzBlHwVJiBg5LOj8jvUH2VCTlDVG/Seguro1kBZEVsCpe", "Sup3r-Secret!"],
    ["$2y$08$e4nfKcNVfOac1/Cv8Q7Vq.R5rrQnBoI8zT5DCNHxvYSvHpKTO68FK", "pässwörd-🔒"],
  ])("knows the password of %s", async (text, password) => {
    expect(await verifyBcrypt(text, password)).toBe(true)
    expect(await verifyBcrypt(text, `.${password}`)).toBe(false)
  })

  it("verifies what another implementation hashed, under each of its names", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom("a", "Z", "ß", "漢", "🔒", "\u0301"), maxLength: 100 }),
        fc.constantFrom("$2a$", "$2b$", "$2y$"),
        async (password, name) => {
          const text = bcryptjs.hashSync(password, 4).replace("$2b$", name)
          expect(await verifyBcrypt(text, password)).toBe(true)
          expect(await verifyBcrypt(text, `.${password}`)).toBe(false)
        },
      ),
      { numRuns: 15 },
    )
  })

  it("keeps the sign bug that $2x$ stands for", async () => {
    const published = "$2x$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e"
    // The two bytes of "£" swallow the one before them.
    expect(await verifyBcrypt(published, "a£")).toBe(true)
    expect(await verifyBcrypt(published, "b£")).toBe(true)
    expect(await verifyBcrypt(published.replace("x", "y"), "a£")).toBe(false)
  })

  it("ends the password at its first NUL, and after 72 bytes", async () => {
    const short = bcryptjs.hashSync("secret", 4)
    expect(await verifyBcrypt(short, "secret\0and more")).toBe(true)
    expect(await verifyBcrypt(bcryptjs.hashSync("", 4), "\0secret")).toBe(true)
    const long = bcryptjs.hashSync("é".repeat(36), 4)
    expect(await verifyBcrypt(long, "é".repeat(128))).toBe(true)
    expect(await verifyBcrypt(long, "é".repeat(35))).toBe(false)
  })

  it.each([
    ["is too short", "$2y$99$tooshorttobeahash"],
    ["has a cost below 4", "$2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["has a cost above 31", "$2a$32$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["would take days", "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["has stray bits in its salt", "$2a$05$CCCCCCCCCCCCCCCCCCCCC/E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["has stray bits in its digest", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeX"],
    ["goes on", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW\n"],
    ["has another name", "$2z$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"],
    ["is empty", ""],
  ])("takes no text that %s", async (_, text) => {
    expect(await verifyBcrypt(text, "U*U")).toBe(false)
  })
})

it("stores the options in Appwrite's order", () => {
  expect(JSON.stringify(bcryptOptions())).toBe('{"type":"bcrypt","cost":8}')
})
