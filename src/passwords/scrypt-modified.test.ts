import { describe, expect, it } from "vitest"
import { HashOptionsError } from "./hash-options-error.ts"
import {
  type ScryptModifiedParameters,
  scryptModifiedOptions,
  verifyScryptModified,
} from "./scrypt-modified.ts"

/** The sample that Firebase publishes with its implementation (github.com/firebase/scrypt). */
const firebase = {
  salt: "42xEC+ixf3L2lw==",
  saltSeparator: "Bw==",
  signerKey: "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==",
}

describe("verifyScryptModified", () => {
  it.each([
    [
      "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==",
      "user1password",
      firebase,
    ],
    [
      "cDeYHz6SoKbkWrihsofbM1mTKCkxxgTgUvmSnaHGDSROl7HyLavqKVL77kqKoo++M44wIm6IzKfktHctEDLAQw==",
      "Sup3r-Secret!",
      {
        salt: "MDEyMzQ1Njc4OWFiY2RlZg==",
        saltSeparator: "Ag==",
        signerKey: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==",
      },
    ],
  ])("knows the password of %s", async (text, password, parameters) => {
    const options = scryptModifiedOptions(parameters)
    expect(await verifyScryptModified(text, password, options)).toBe(true)
    expect(await verifyScryptModified(text, `${password}.`, options)).toBe(false)
    const urlSafe = text.replaceAll("/", "_").replaceAll("+", "-")
    expect(await verifyScryptModified(urlSafe, password, options)).toBe(false)
  })
})

describe("scryptModifiedOptions", () => {
  it("keeps what was sent, in Appwrite's order", () => {
    expect(JSON.stringify(scryptModifiedOptions(firebase))).toBe(
      JSON.stringify({ type: "scryptMod", ...firebase }),
    )
  })

  it("takes what looks like base64 and is none", () => {
    const parameters = { salt: "A", saltSeparator: "0", signerKey: "AAAAA=\n" }
    expect(scryptModifiedOptions(parameters)).toEqual({ type: "scryptMod", ...parameters })
  })

  it.each<Partial<ScryptModifiedParameters>>([
    { salt: "" },
    { salt: "0" },
    { salt: "not base64!" },
    { salt: "42xEC-ixf3L2lw==" },
    { saltSeparator: "" },
    { saltSeparator: "Bw===" },
    { signerKey: "!!!" },
    { signerKey: "0" },
    { signerKey: "a=b" },
  ])("refuses %j", (changes) => {
    expect(() => scryptModifiedOptions({ ...firebase, ...changes })).toThrow(HashOptionsError)
  })
})
