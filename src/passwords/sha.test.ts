import { sha1 } from "@noble/hashes/legacy.js"
import { sha224, sha256, sha384, sha512 } from "@noble/hashes/sha2.js"
import { sha3_224, sha3_256, sha3_384, sha3_512 } from "@noble/hashes/sha3.js"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { HashOptionsError } from "./hash-options-error.ts"
import { shaOptions, verifySha } from "./sha.ts"

describe("verifySha", () => {
  // The first letters of each digest of "abc", from FIPS 180-4 and FIPS 202.
  it.each([
    ["sha1", sha1, "a9993e364706816a"],
    ["sha224", sha224, "23097d223405d822"],
    ["sha256", sha256, "ba7816bf8f01cfea"],
    ["sha384", sha384, "cb00753f45a35e8b"],
    ["sha512", sha512, "ddaf35a193617aba"],
    ["sha3-224", sha3_224, "e642824c3f8cf24a"],
    ["sha3-256", sha3_256, "3a985da74fe225b2"],
    ["sha3-384", sha3_384, "ec01498288516fc9"],
    ["sha3-512", sha3_512, "b751850b1a57168a"],
  ])("verifies what another implementation of %s hashed", (version, digest, published) => {
    const hex = (password: string) => Buffer.from(digest(Buffer.from(password))).toString("hex")
    expect(hex("abc").slice(0, 16)).toBe(published)
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 256 }), (password) => {
        expect(verifySha(hex(password), password, shaOptions(version))).toBe(true)
        expect(verifySha(hex(password), `${password}.`, shaOptions(version))).toBe(false)
      }),
      { numRuns: 5, examples: [["abc"]] },
    )
    expect(verifySha(hex("abc").toUpperCase(), "abc", shaOptions(version))).toBe(false)
  })

  it("does not take the digest of another version", () => {
    const text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    expect(verifySha(text, "abc", shaOptions("sha256"))).toBe(true)
    expect(verifySha(text, "abc", shaOptions("sha3-256"))).toBe(false)
  })
})

describe("shaOptions", () => {
  it("holds the version alone, sha256 by default", () => {
    expect(JSON.stringify(shaOptions("sha3-384"))).toBe('{"version":"sha3-384"}')
    expect(shaOptions()).toEqual({ version: "sha256" })
    expect(shaOptions("")).toEqual({ version: "sha256" })
  })

  it.each(["sha512/224", "sha512/256", "SHA256", "Sha1", "md5"])("refuses %s", (version) => {
    expect(() => shaOptions(version)).toThrow(HashOptionsError)
  })
})
