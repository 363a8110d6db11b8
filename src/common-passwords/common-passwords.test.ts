import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isCommonPassword } from "./common-passwords.ts"

/** Refused by a real Appwrite 1.9.6 with the dictionary on. */
const COMMON = `
  password 12345678 123456789 1234567890 qwerty123 iloveyou princess sunshine football baseball superman
  trustno1 jennifer michelle computer internet whatever starwars passw0rd password1 welcome1 letmein1
  master12 dragon12 monkey12 shadow12 abc12345 abcd1234 1q2w3e4r 1qaz2wsx zaq12wsx qwertyuiop asdfghjkl
  zxcvbnm1 asdf1234 11111111 12341234 87654321 88888888 samantha elizabeth charlotte alexander christopher
  mercedes corvette chocolate butterfly marlboro explorer einstein slipknot metallica liverpool chelsea1
  arsenal1 manchester barcelona pa55word changeme qazwsxedc 1q2w3e4r5t q1w2e3r4 987654321 123123123 1234qwer
  qwer1234 test1234 testtest december thursday saturday
`

/** Accepted by a real Appwrite 1.9.6 with the dictionary on. */
const UNCOMMON = `
  Password1 PASSWORD1 00000000 realmadrid correct-horse-9 hunter22 hunter2! p@ssw0rd P@ssw0rd
  passwordpassword password123 password1234 admin123 administrator changeme1 secret123 letmeinnow welcome123
  q1w2e3r4t5 user1234 guest123 default1 summer12 winter12 spring12 january1 PASSWORD
`

const words = (text: string): string[] => text.trim().split(/\s+/)

describe("isCommonPassword", () => {
  it.each(words(COMMON))("knows %s", async (password) => {
    expect(await isCommonPassword(password)).toBe(true)
  })

  it.each(words(UNCOMMON))("does not know %s", async (password) => {
    expect(await isCommonPassword(password)).toBe(false)
  })

  it("compares every character and its case", async () => {
    const changes = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => `${text} `,
      (text: string) => ` ${text}`,
      (text: string) => `${text}\u0000`,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("password", "football", "iloveyou"),
        changes,
        async (password, change) => {
          expect(await isCommonPassword(change(password))).toBe(false)
        },
      ),
    )
  })

  it("does not know the scrambled entries of the package", async () => {
    expect(await isCommonPassword("ufxxbtwi")).toBe(false)
  })
})
