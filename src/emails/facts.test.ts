import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emailFacts, noEmailFacts } from "./facts.ts"

/** Domains as a real Appwrite 1.9.6 classified them. */
const CLASSES = {
  free: `
    gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com yahoo.com yahoo.co.uk ymail.com
    icloud.com me.com mac.com proton.me protonmail.com pm.me fastmail.com zoho.com gmx.de gmx.net web.de
    aol.com mail.ru yandex.ru 163.com tutanota.com hey.com
  `,
  disposable: `
    qq.com mailinator.com guerrillamail.com 10minutemail.com yopmail.com trashmail.com example.com test.com
    duck.com
  `,
  corporate: `
    sub.fastmail.com tempmail.com example.org localhost.test appwrite.io google.com microsoft.com
    company.co.uk company.com mail.company.com stanford.edu nasa.gov tuta.io mozmail.com simplelogin.com
    privaterelay.appleid.com b.co b.museum xn--bcher-kva.example b.c [127.0.0.1]
    ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd.com mail1.example.com mail2.example.com
    mail0.example.com acme.com beta.org
  `,
}

/** Addresses with the canonical form that a real Appwrite 1.9.6 gave them, and whether they had it themselves. */
const CANONICAL: readonly (readonly [string, string, boolean])[] = [
  ["A.B.C@gmail.com", "abc@gmail.com", false],
  ["a.b+news@gmail.com", "ab@gmail.com", false],
  ["x@googlemail.com", "x@gmail.com", false],
  ["a+b@googlemail.com", "a@gmail.com", false],
  ["a@outlook.com", "a@outlook.com", true],
  ["a+x@outlook.com", "a@outlook.com", false],
  ["a.b@outlook.com", "a.b@outlook.com", true],
  ["a@hotmail.com", "a@outlook.com", false],
  ["a+b@hotmail.co.uk", "a@outlook.com", false],
  ["a@live.com", "a@outlook.com", false],
  ["a@yahoo.com", "a@yahoo.com", true],
  ["a-b@yahoo.com", "a@yahoo.com", false],
  ["a+b@yahoo.com", "a+b@yahoo.com", true],
  ["a.b@yahoo.co.uk", "a.b@yahoo.com", false],
  ["a@ymail.com", "a@yahoo.com", false],
  ["a+b@icloud.com", "a@icloud.com", false],
  ["a@me.com", "a@icloud.com", false],
  ["a@mac.com", "a@icloud.com", false],
  ["a@proton.me", "a@protonmail.com", false],
  ["a+b@proton.me", "a+b@protonmail.com", false],
  ["a.b@protonmail.com", "a.b@protonmail.com", true],
  ["a-b@pm.me", "a-b@protonmail.com", false],
  ["a@fastmail.com", "a@fastmail.com", true],
  ["a+b@fastmail.com", "a+b@fastmail.com", true],
  ["a@appwrite.io", "a@appwrite.io", true],
  ["a+b@appwrite.io", "a+b@appwrite.io", true],
  ["a.b+c@company.com", "a.b+c@company.com", true],
  [" a@example.com", "a@example.com", true],
  ["m.n+x@gmail.com", "mn@gmail.com", false],
  ["Eo@acme.com", "eo@acme.com", true],
  ["Mg@acme.com", "mg@acme.com", true],
  ["x+tag@gmail.com", "x@gmail.com", false],
  [" foo@acme.com", "foo@acme.com", true],
  ["foo@acme.com\t", "foo@acme.com", true],
]

const words = (text: string): string[] => text.trim().split(/\s+/)

describe("emailFacts", () => {
  it.each(words(CLASSES.free))("takes %s for free", async (domain) => {
    expect(await emailFacts(`a@${domain}`)).toMatchObject({
      emailIsFree: true,
      emailIsDisposable: false,
      emailIsCorporate: false,
    })
  })

  it.each(words(CLASSES.disposable))("takes %s for disposable", async (domain) => {
    expect(await emailFacts(`a@${domain}`)).toMatchObject({
      emailIsFree: false,
      emailIsDisposable: true,
      emailIsCorporate: false,
    })
  })

  it.each(words(CLASSES.corporate))("takes %s for corporate", async (domain) => {
    expect(await emailFacts(`a@${domain}`)).toMatchObject({
      emailIsFree: false,
      emailIsDisposable: false,
      emailIsCorporate: true,
    })
  })

  it.each(CANONICAL)("finds the canonical form of %j", async (email, emailCanonical, emailIsCanonical) => {
    expect(await emailFacts(email)).toMatchObject({ emailCanonical, emailIsCanonical })
  })

  it.each(["", "a", "a@", "@b.co", "0@b.co", "a@b@c.de", "-a@yahoo.com", "0+a@gmail.com"])(
    "knows nothing of %j",
    async (email) => {
      expect(await emailFacts(email)).toEqual(noEmailFacts)
    },
  )

  it("puts every address into exactly one class", async () => {
    await fc.assert(
      fc.asyncProperty(fc.emailAddress(), async (email) => {
        const facts = await emailFacts(email)
        const classes = [facts.emailIsFree, facts.emailIsDisposable, facts.emailIsCorporate]
        expect(classes.filter((is) => is)).toHaveLength(facts.emailCanonical === null ? 0 : 1)
      }),
    )
  })
})
