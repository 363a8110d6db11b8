import { describe, expect, it } from "vitest"
import { createEmulator, DEFAULT_PROJECT, SeedError } from "../emulator.ts"
import type { Seed } from "./seed-shape.ts"

/** What a seed is refused for, path by path. */
async function problemsOf(seed: unknown): Promise<Record<string, string>> {
  const emulator = await createEmulator()
  const error: unknown = await emulator.seed(seed as Seed).catch((thrown: unknown) => thrown)
  if (!(error instanceof SeedError)) throw new Error("The seed was taken")
  expect(emulator.project(DEFAULT_PROJECT).userCount).toBe(0)
  return Object.fromEntries(error.problems.map(({ path, reason }) => [path, reason]))
}

describe("a seed is refused", () => {
  it("for all that the API would refuse, at once", async () => {
    const problems = await problemsOf({
      users: [
        { email: "nobody" },
        { phone: "1" },
        { password: "short" },
        { labels: ["no spaces"] },
        { prefs: { $id: 1 } },
        { prefs: { text: "x".repeat(65_536) } },
        { $id: "_a" },
        { status: "yes" },
        { targets: [{ providerType: "email", identifier: "nobody" }] },
        { sessions: [{ factors: ["eye"] }] },
      ],
      teams: [{}],
      settings: { sessionDuration: 1 },
    })
    expect(problems).toEqual({
      "users[0].email": "Value must be a valid email address",
      "users[1].phone": "Phone number must start with a '+' can have a maximum of fifteen digits.",
      "users[2].password": "Password must be between 8 and 256 characters long.",
      "users[3].labels": expect.stringContaining("Value must a valid array no longer than 1000 items"),
      "users[4].prefs": "$id must be of type string",
      "users[5].prefs": "Value must be a valid object.",
      "users[6].$id": expect.stringContaining("Parameter must contain at most 36 chars"),
      "users[7].status": "Value must be a valid boolean",
      "users[9].sessions[0].factors[0]": expect.stringContaining("Value must be one of (password"),
      "teams[0].name": "This is missing",
      "settings.sessionDuration": "Value must be a valid range between 5 and 31,536,000",
      "users[8].targets[0].identifier": "Value must be a valid email address.",
    })
  })

  it("for members that nobody knows, with the nearest name", async () => {
    expect(await problemsOf({ users: [{ emial: "a@acme.com" }], x: 1 })).toEqual({
      "users[0].emial": "There is no such member; did you mean email?",
      x: expect.stringContaining("known are $schema, settings, keys, providers, teams, users"),
    })
  })

  it("for what the database takes for the same", async () => {
    const problems = await problemsOf({
      users: [
        { $id: "ann", email: "Ann@acme.com" },
        { $id: "ANN" },
        { email: "ann@ACME.com" },
        { phone: "+4930123456", targets: [{ providerType: "push", identifier: "device" }] },
        { phone: "+4930123456" },
        { targets: [{ providerType: "push", identifier: "DEVICE" }] },
        { identities: [{ provider: "github", providerUid: "1", providerEmail: "ann@acme.com" }] },
        { memberships: [{ teamId: "nobody" }] },
      ],
    })
    expect(problems).toEqual({
      "users[1].$id": "Something with the same $id exists",
      "users[2].email": "Something with the same email exists",
      "users[4].phone": "Something with the same phone exists",
      "users[5].targets[0].identifier": "Something with the same identifier exists",
      "users[6].identities[0].providerEmail": "Another user has this email",
      "users[7].memberships[0].teamId": "There is no team with this ID",
    })
  })

  it("for passwords that the policies of the same seed refuse", async () => {
    const settings = { passwordStrength: { number: true }, passwordDictionary: true, personalDataCheck: true }
    const users = [
      { password: "no number" },
      { password: "password1" },
      { name: "Ada", password: "ada lovelace 1" },
    ]
    expect(await problemsOf({ settings, users })).toEqual({
      "users[0].password": "Password must be between 8 and 256 characters long, include a number.",
      "users[1].password": expect.stringContaining("should not be one of the commonly used password"),
      "users[2].password": expect.stringContaining("contains references to your name"),
    })
  })

  it("for options that do not go with the hash", async () => {
    const users = [
      { password: "hash hash", hash: "scrypt" },
      { password: "hash hash", hash: "md5", hashOptions: { salt: "x" } },
      {
        password: "hash hash",
        hash: "scryptMod",
        hashOptions: { salt: "?", saltSeparator: "Bw==", signerKey: "Bw==" },
      },
      { password: "hash hash", hash: "sha", hashOptions: { version: "sha9" } },
      { password: "hash hash", hash: "bcrypt", hashOptions: { type: "md5" } },
      { hash: "md5" },
      { password: "hash hash", hashOptions: {} },
    ]
    expect(await problemsOf({ users })).toEqual({
      "users[0].hashOptions.salt": "scrypt needs this",
      "users[0].hashOptions.costCpu": "scrypt needs this",
      "users[0].hashOptions.costMemory": "scrypt needs this",
      "users[0].hashOptions.costParallel": "scrypt needs this",
      "users[0].hashOptions.length": "scrypt needs this",
      "users[1].hashOptions.salt": "md5 has no such option",
      "users[2].hashOptions": "The salt must be base64.",
      "users[3].hashOptions": "Unknown SHA version: sha9",
      "users[4].hashOptions.type": "This says md5, but hash says bcrypt",
      "users[5].hash": "This needs a password",
      "users[6].hashOptions": "This needs a hash",
    })
  })

  it("if it is none", async () => {
    expect(await problemsOf(null)).toEqual({ "": "Expected an object" })
    expect(await problemsOf({ users: {} })).toEqual({ users: "Expected a list" })
    expect(await problemsOf({ users: [{ prefs: { f: () => {} } }] })).toEqual({
      "users[0].prefs": "There is no JSON for this value",
    })
  })
})

it("tells twenty problems and counts the others", async () => {
  const emulator = await createEmulator()
  const error: unknown = await emulator
    .seed({ users: Array.from({ length: 25 }, () => ({ email: "nobody" })) })
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(SeedError)
  expect(error).toMatchObject({ path: "users[0].email", problems: { length: 20 } })
  expect(String(error)).toContain("and 5 more")
})
