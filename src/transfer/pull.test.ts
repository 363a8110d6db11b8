import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"
import { askOf, plain, pulledText, SEED, users } from "../test-support/transfer.ts"
import { pullToFile } from "./pull-to-file.ts"

let folder: string
let file: string
let real: Emulator
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "transfer-"))
  file = join(folder, "seed.json")
  real = await createEmulator({ seed: SEED })
})
afterEach(async () => {
  await real.close()
  await rm(folder, { recursive: true })
})

describe("pull", () => {
  test("brings users, so that a project with them answers as the real one", async () => {
    const pulled = await pullToFile(askOf(real), file, plain)
    expect(pulled).toMatchObject({ users: 10, teams: 1 })
    await using local = await createEmulator({ seed: file })
    expect(await users(local)).toEqual(await users(real))
    for (const path of ["/teams", "/teams/crew/memberships", "/users/invited/memberships"]) {
      expect((await askOf(local)("GET", path)).body).toEqual((await askOf(real)("GET", path)).body)
    }
    const identities = (await askOf(local)("GET", "/users/identities")).body
    expect(identities).toMatchObject({
      identities: [{ userId: "ada", providerUid: "4711", providerAccessToken: "" }],
    })
  })

  test("brings passwords that log in", async () => {
    await pullToFile(askOf(real), file, plain)
    await using local = await createEmulator({ seed: file })
    await askOf(local)("PATCH", "/users/ada/status", { status: true })
    const login = { email: "ada@example.com", password: "correct horse" }
    expect((await askOf(local)("POST", "/account/sessions/email", login)).status).toBe(201)
    const wrong = { ...login, password: "wrong horse" }
    expect((await askOf(local)("POST", "/account/sessions/email", wrong)).status).toBe(401)
  })

  test("brings users of Appwrite 1.5, whose hashes have other options", async () => {
    await using old = await createEmulator({ appwrite: "1.5", seed: SEED })
    await pullToFile(askOf(old), file, plain)
    await using local = await createEmulator({ seed: file })
    expect(local.project("emulator").userCount).toBe(10)
    await askOf(local)("PATCH", "/users/ada/status", { status: true })
    const login = { email: "ada@example.com", password: "correct horse" }
    expect((await askOf(local)("POST", "/account/sessions/email", login)).status).toBe(201)
  })

  test("prints the same seed that it writes", async () => {
    await pullToFile(askOf(real), file, plain)
    expect(await pulledText(askOf(real))).toBe(await readFile(file, "utf8"))
  })

  test("tells what a key does not let it see, and what nobody is told", async () => {
    const keys = await createEmulator({
      seed: { ...SEED, keys: [{ name: "Users only", secret: "users-only", scopes: ["users.read"] }] },
    })
    const pulled = await pullToFile(askOf(keys, "users-only"), file, plain)
    await keys.close()
    expect(pulled).toMatchObject({ users: 10, teams: 0 })
    expect(pulled.missing[0]).toMatch(/^Teams and memberships are missing.*teams\.read/)
    expect(pulled.missing.join(" ")).toContain("sessions")
    await using local = await createEmulator({ seed: file })
    expect(local.project("emulator").userCount).toBe(10)
  })

  test("refuses with what the server says", async () => {
    await expect(pullToFile(askOf(real, "wrong"), file, plain)).rejects.toThrow("GET /users: 401 ")
  })
})

describe("an anonymised pull", () => {
  const request = (salt: string, keepsPrefs = false) => ({ ...plain, anonymise: { salt, keepsPrefs } })

  test("names nobody, and can be planted", async () => {
    await pullToFile(askOf(real), file, request("salt"))
    const text = await readFile(file, "utf8")
    for (const secret of [
      "ada@",
      "Ada",
      "4930",
      "4711",
      "token-of-device",
      "Crew",
      "dark",
      "colour",
      "example.com",
    ]) {
      expect(text).not.toContain(secret)
    }
    await using local = await createEmulator({ seed: file })
    expect(local.project("emulator").userCount).toBe(10)
    const { body } = await askOf(local)("GET", "/users/ada")
    expect(body).toMatchObject({ labels: ["vip"], hash: "argon2", emailVerification: true })
  })

  test("makes the same fakes with the same salt, and others with another one", async () => {
    const one = await pulledText(askOf(real), request("one"))
    expect(await pulledText(askOf(real), request("one"))).toBe(one)
    expect(await pulledText(askOf(real), request("two"))).not.toBe(one)
  })

  test("keeps a user's email and target the same, and preferences if it is told to", async () => {
    const {
      users: [ada],
    }: { users: { email: string; targets: { identifier: string }[] }[] } = JSON.parse(
      await pulledText(askOf(real), request("salt", true)),
    )
    expect(ada?.targets.map(({ identifier }) => identifier)).toContain(ada?.email)
    expect(ada).toMatchObject({ prefs: { theme: "dark" } })
  })
})
