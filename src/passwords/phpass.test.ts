import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { phpassOptions, verifyPhpass } from "./phpass.ts"

describe("verifyPhpass", () => {
  it.each([
    // Openwall's own test.
    ["$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0", "test12345"],
    ["$P$BKh4RImRHs5JpQTC9/unT4UlbA.zn3.", "Sup3r-Secret!"],
    ["$H$BKh4RImRHs5JpQTC9/unT4UlbA.zn3.", "Sup3r-Secret!"],
    ["$P$BH9GgvpLytXwiMngC4XKrfFLXwQGWs.", "pässwörd-🔒"],
    ["$P$Br387rwferoKN7uwHZqNMu98q3U8RO.", "appwrite"],
    ["$2a$08$pSWd6tyRUrbW4D18ODlHR.4mbI60QtW4vZiUJVz84MQel.V.cx2mW", "Sup3r-Secret!"],
  ])("knows the password of %s", async (text, password) => {
    expect(await verifyPhpass(text, password)).toBe(true)
    expect(await verifyPhpass(text, `${password}.`)).toBe(false)
  })

  it.each([
    "$P$BKh4RImRHs5JpQTC9/unT4UlbA.zn3",
    "$P$BKh4RImRHs5JpQTC9/unT4UlbA.zn3..",
    "$P$B",
    "Sup3r-Secret!",
    "",
  ])("takes no text like %j", async (text) => {
    expect(await verifyPhpass(text, "Sup3r-Secret!")).toBe(false)
  })

  it("wants 2^7 rounds at least", async () => {
    const text = (rounds: number, letter: string) => portable("secret", rounds, `$P$${letter}saltsalt`)
    expect(await verifyPhpass(text(2 ** 7, "5"), "secret")).toBe(true)
    expect(await verifyPhpass(text(2 ** 6, "4"), "secret")).toBe(false)
  })

  it("does not wait for 2^30 rounds", async () => {
    expect(await verifyPhpass("$P$SKh4RImRHs5JpQTC9/unT4UlbA.zn3.", "Sup3r-Secret!")).toBe(false)
  })

  it("lets other work in between", async () => {
    let turns = 0
    const interval = setInterval(() => {
      turns += 1
    }, 0)
    await verifyPhpass("$P$DKh4RImRHs5JpQTC9/unT4UlbA.zn3.", "Sup3r-Secret!")
    clearInterval(interval)
    expect(turns).toBeGreaterThan(1)
  })
})

describe("phpassOptions", () => {
  it("takes the state from PHP's microtime() and the process", () => {
    expect(JSON.stringify(phpassOptions(1_700_000_000_012_300, 4711))).toBe(
      '{"type":"phpass","iteration_count_log2":8,"portable_hashes":false,"random_state":"0.01230000 17000000004711"}',
    )
  })
})

/** The portable scheme by the bits: 16 bytes as one little-endian number, read six bits at a time. */
function portable(password: string, rounds: number, setting: string): string {
  const alphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
  const md5 = (...parts: (string | Buffer)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash("md5")).digest()
  let digest = md5(setting.slice(4), password)
  for (let round = 0; round < rounds; round += 1) digest = md5(digest, password)
  const number = BigInt(`0x${digest.reverse().toString("hex")}`)
  const places = Array.from({ length: 22 }, (_, index) => Number((number >> BigInt(6 * index)) & 63n))
  return setting + places.map((place) => alphabet[place]).join("")
}
