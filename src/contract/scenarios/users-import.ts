import type { JsonObject } from "../json-value.ts"
import type { Scenario } from "../scenario.ts"
import { deleteUser, logIn, refusals } from "./parts.ts"

const IMPORTED = "import-me-9"

/** A hash of that password by each way to import one, and what else the way wants. */
const ways: Readonly<Record<string, JsonObject>> = {
  argon2: {
    password:
      "$argon2id$v=19$m=64,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$W+rlOL8vpT93SkSEzPIRr+H7QbBGm3jG/XwQPyxH4sM",
  },
  bcrypt: { password: "$2b$04$abcdefghijklmnopqrstuu9FnIh8eA043Q5DjHx5KXAY5zuMD3ZuG" },
  md5: { password: "5c50062b85ff9d8ecfbd200769065288" },
  phpass: { password: "$P$5saltsaltvxPHoNps6R8XUY8..Z5Nj." },
  sha: {
    password: "4d1cd9192748b28dd855f8711f4f2d5384e82cb69ccb1b0d69fbe96524367b30",
    passwordVersion: "sha256",
  },
  scrypt: {
    password:
      "fc651900e335204fdfaca1636d5a3260d452c5e4101796761187f2cbf7a73045dcad4938d4bc37dd46e14ae814d3cdf31888dbb5c0dcf27be2797fde58c86766",
    passwordSalt: "salt",
    passwordCpu: 16,
    passwordMemory: 8,
    passwordParallel: 1,
    passwordLength: 64,
  },
  "scrypt-modified": {
    password: "LsDu+KUzakDo4ztZ2hJk2yeEbNnVxgantYFTCftgawerBUAPRxRtZuLU6uDv/QNUUBL9dp5AfkhSqa0dqKqreQ==",
    passwordSalt: "c2FsdA==",
    passwordSaltSeparator: "Bw==",
    passwordSignerKey:
      "c2lnbmVyLWtleS1vZi1zaXh0eS1mb3VyLWJ5dGVzLS1zaWduZXIta2V5LW9mLXNpeHR5LWZvdXItYnl0ZXMtLQ==",
  },
}

/** Importing users with hashes of their passwords: they can log in, and what each way refuses. */
export const usersImport: Scenario = {
  name: "users-import",
  area: "users",
  async run(stage) {
    const { step, id, email } = stage
    for (const [way, hash] of Object.entries(ways)) {
      const user = { userId: id(way), email: email(way), name: way }
      await step("POST", `/users/${way}`, { body: { ...user, ...hash } })
      await logIn(stage, way, "another-password")
      await logIn(stage, way, IMPORTED)
      await step("GET", `/users/${id(way)}`, { note: "the login has hashed the password anew" })
      await refusals(stage, [
        ["POST", `/users/${way}`, { ...user, ...hash }],
        ["POST", `/users/${way}`, { ...hash, userId: id("x"), email: email("x"), password: "short" }],
        ["POST", `/users/${way}`, { ...hash, userId: id("x") }],
        ["POST", `/users/${way}`, { ...hash, userId: id("x"), email: "no-address" }],
        ["POST", `/users/${way}`, { userId: id("x"), email: email("x") }],
      ])
      await step("POST", `/users/${way}`, { as: "guest", body: { ...user, ...hash } })
    }
    const other = { userId: id("x"), email: email("x"), password: "not-a-hash-at-all" }
    await refusals(stage, [
      ["POST", "/users/sha", { ...other, passwordVersion: "sha0" }],
      ["POST", "/users/scrypt", { ...ways.scrypt, ...other, passwordCpu: 15 }],
      ["POST", "/users/scrypt", { ...ways.scrypt, ...other, passwordMemory: "many" }],
      [
        "POST",
        "/users/scrypt-modified",
        { ...ways["scrypt-modified"], ...other, passwordSalt: "no base64!" },
      ],
    ])
    await step("POST", "/users/argon2", { body: other })
    await logIn(stage, "x", "not-a-hash-at-all")
    for (const name of [...Object.keys(ways), "x"]) await deleteUser(stage, name)
  },
}
