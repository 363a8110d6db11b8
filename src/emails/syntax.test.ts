import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isEmail } from "./syntax.ts"

/** Accepted by a real Appwrite 1.9.6. */
const ACCEPTED = [
  "A.B.C@gmail.com",
  "a.b+news@gmail.com",
  "a+b@googlemail.com",
  "a+x@outlook.com",
  "a.b@outlook.com",
  "a+b@hotmail.co.uk",
  "a-b@yahoo.com",
  "a+b@yahoo.com",
  "a.b@yahoo.co.uk",
  "a+b@icloud.com",
  "a+b@proton.me",
  "a.b@protonmail.com",
  "a-b@pm.me",
  "a+b@fastmail.com",
  "a@sub.fastmail.com",
  "a@163.com",
  "a@10minutemail.com",
  "a@localhost.test",
  "a+b@appwrite.io",
  "a@company.co.uk",
  "a.b+c@company.com",
  "a@mail.company.com",
  "a@stanford.edu",
  "a@nasa.gov",
  "a@privaterelay.appleid.com",
  "o'neil@example.com",
  "a_b@example.com",
  "a%b@example.com",
  "a/b@example.com",
  "a=b@example.com",
  "a!b@example.com",
  "a@b.co",
  "a@b.museum",
  "a@xn--bcher-kva.example",
  " a@example.com",
  "m.n+x@gmail.com",
  "a@b.c",
  "a@[127.0.0.1]",
  "ada@mail1.example.com",
  "bob@mail2.example.com",
  "cyd@mail0.example.com",
  "Eo@acme.com",
  "Mg@acme.com",
  "x+tag@gmail.com",
  " foo@acme.com",
  "foo@acme.com\t",
  "U@Acme.com",
  "U@ACME.com",
  "bob.jones@acme.com",
  "C@Example.com",
  "D1@Example.com",
  "Foo@acme.com",
  "FOO+1@acme.com",
  "V@acme.com",
  "New@Acme.com",
  "A.New@Example.com",
  "eve@mail2.example.com",
  "fay@mail0.example.com",
  "gus@mail1.example.com",
  "hal@mail2.example.com",
  "ivy@mail0.example.com",
  "jon@mail1.example.com",
  "jane.roe+2@example.com",
  "jane.roe+3@example.com",
  "jane.roe+4@example.com",
  "jane.roe+5@example.com",
  "jane.roe+6@example.com",
  "jane.roe+7@example.com",
  "jane.roe+9@example.com",
  "jane.roe+10@example.com",
  "jane.roe+11@example.com",
  "jane.roe+12@example.com",
  "jane.roe+13@example.com",
  "jane.roe+14@example.com",
  "jane.roe+15@example.com",
  "U2@Example.com",
  "Walter.OBrien@Example.COM",
  "a+tag@example.com",
  '"q"@example.com',
  "Cat@Example.com",
  "dov+x@example.org",
]

/** Refused by a real Appwrite 1.9.6. */
const REFUSED = [
  "bad",
  "nope",
  "not-an-email",
  "",
  "a@bücher.example",
  "a@example",
  "a@-example.com",
  "a@example-.com",
  "a@exa_mple.com",
  "a@example..com",
  "a.@example.com",
  "a@example.com.",
  "plain",
  "a@",
  "@b.com",
  "a@b",
  "a b@c.com",
  "ä@example.com",
  "a@exämple.com",
  "a..b@example.com",
  ".a@example.com",
  "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx@example.com",
  "no/slash",
  " ",
  "ünï",
]

/** What PHP's FILTER_VALIDATE_EMAIL says of rarer forms. */
const QUOTED_ACCEPTED = ['"a"@b.co', '"a\\ b"@c.de', '"a".b."c"@d.ef', '""@b.co', '"\\""@b.co', '"a;b"@c.de']
const QUOTED_REFUSED = ['"a b"@c.de', '"a@c.de', 'a"b"@c.de', '"a"b@c.de', '"a\\"@c.de', '"a@b"@c.de']

describe("isEmail", () => {
  it.each(ACCEPTED)("takes %j", (text) => {
    expect(isEmail(text)).toBe(true)
  })

  it.each(REFUSED)("refuses %j", (text) => {
    expect(isEmail(text)).toBe(false)
  })

  it.each(["A+b@C.de", "a@c.d-e", "a@1.com", "a@b--c.de", "a@b.c1", " a@b.co\n", ...QUOTED_ACCEPTED])(
    "takes %j",
    (text) => {
      expect(isEmail(text)).toBe(true)
    },
  )

  it.each(["a@localhost", "a@1.2", "a@b.1c", "a@@b.co", "0@b.co", "a\u00a0@b.co", ...QUOTED_REFUSED])(
    "refuses %j",
    (text) => {
      expect(isEmail(text)).toBe(false)
    },
  )

  it("takes up to 64 characters before the @, without counting quotes and backslashes", () => {
    expect(isEmail(`${"a".repeat(64)}@b.co`)).toBe(true)
    expect(isEmail(`${"a".repeat(65)}@b.co`)).toBe(false)
    expect(isEmail(`"${"\\ ".repeat(64)}"@b.co`)).toBe(true)
    expect(isEmail(`"${"\\ ".repeat(65)}"@b.co`)).toBe(false)
  })

  it("takes up to 63 characters in a label", () => {
    expect(isEmail(`a@${"b".repeat(63)}.co`)).toBe(true)
    expect(isEmail(`a@${"b".repeat(64)}.co`)).toBe(false)
    expect(isEmail(`a@b.${"c".repeat(64)}`)).toBe(false)
  })

  it("takes up to 254 characters", () => {
    expect(isEmail(`ab@${"c.".repeat(125)}d`)).toBe(true)
    expect(isEmail(`abc@${"c.".repeat(125)}d`)).toBe(false)
  })

  it("takes any ordinary address, whatever its case and the white space around it", () => {
    const ordinary = fc.stringMatching(
      /^[a-z][a-z0-9]{0,9}([.+_-][a-z0-9]{1,9}){0,3}@([a-z0-9]{1,9}\.){1,3}[a-z]{2,9}$/,
    )
    fc.assert(
      fc.property(ordinary, (text) => {
        expect(isEmail(text)).toBe(true)
        expect(isEmail(`\t${text.toUpperCase()} `)).toBe(true)
      }),
    )
  })

  it("refuses any text whose @ are not exactly one", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => text.split("@").length !== 2),
        (text) => {
          expect(isEmail(text)).toBe(false)
        },
      ),
    )
  })
})
