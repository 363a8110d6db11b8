import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { type Ask, askerOf } from "../contract/real-project/ask.ts"
import { createEmulator, type Emulator, type Seed } from "../emulator.ts"
import { type PullRequest, pullToFile, pullToStream } from "./pull-to-file.ts"
import { planPush, push } from "./push.ts"

const bcrypt = "$2b$04$tiZrj./Pm1BeXPg0rhw0juv3FrznAv65dg707nvwZtR4GwY5iYnvC"

const SEED: Seed = {
  settings: { sessionAlerts: true },
  teams: [{ $id: "crew", name: "Crew", prefs: { colour: "red" } }],
  users: [
    {
      $id: "ada",
      email: "ada@example.com",
      phone: "+4930123456",
      name: "Ada",
      password: "correct horse",
      labels: ["vip"],
      prefs: { theme: "dark" },
      emailVerification: true,
      phoneVerification: true,
      mfa: true,
      status: false,
      targets: [
        { $id: "phone2", providerType: "sms", identifier: "+4930654321", name: "Ada's second" },
        { $id: "device", providerType: "push", identifier: "token-of-device" },
      ],
      identities: [
        {
          provider: "github",
          providerUid: "4711",
          providerEmail: "ada@work.example.com",
          providerAccessToken: "access",
          providerRefreshToken: "refresh",
        },
      ],
      memberships: [{ teamId: "crew", roles: ["owner"] }],
      sessions: [{}],
      $createdAt: "2020-01-02T03:04:05.678+00:00",
    },
    {
      $id: "scrypt",
      email: "scrypt@example.com",
      password: "a".repeat(128),
      hash: "scrypt",
      hashOptions: { salt: "salt", costCpu: 16, costMemory: 8, costParallel: 1, length: 64 },
    },
    {
      $id: "firebase",
      email: "firebase@example.com",
      password: "abcdefgh",
      hash: "scryptMod",
      hashOptions: { salt: "c2FsdA==", saltSeparator: "Bw==", signerKey: "a2V5" },
    },
    {
      $id: "sha",
      email: "sha@example.com",
      password: "b".repeat(128),
      hash: "sha",
      hashOptions: { version: "sha512" },
    },
    { $id: "md5", email: "md5@example.com", password: "c".repeat(32), hash: "md5" },
    {
      $id: "phpass",
      email: "phpass@example.com",
      password: "$P$BDMJH/qCLaUc5Lj8Oiwp7XmWzrCcJ21",
      hash: "phpass",
    },
    { $id: "bcrypt", email: "bcrypt@example.com", password: bcrypt, hash: "bcrypt" },
    { $id: "by-phone", phone: "+4930999999" },
    { $id: "invited", memberships: [{ teamId: "crew", confirm: false }] },
    { $id: "nobody" },
  ],
}

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

function askOf(emulator: Emulator, key = "emulator"): Ask {
  const { fetch } = emulator
  return askerOf({ baseUrl: "http://localhost/v1", project: "emulator", key, fetch })
}

const plain: PullRequest = {
  endpoint: "http://localhost/v1",
  project: "emulator",
  newSalt: () => "made up",
  onProgress: () => {},
}

const users = async (emulator: Emulator) => (await askOf(emulator)("GET", "/users")).body

/** What a pull prints. */
async function pulledText(ask: Ask, request = plain): Promise<string> {
  let text = ""
  await pullToStream(ask, request, async (piece) => {
    text += piece
  })
  return text
}

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

describe("an interrupted pull", () => {
  const many = 250
  beforeEach(async () => {
    await real.close()
    const listed = Array.from({ length: many }, (_, i) => ({
      $id: `user-${i}`,
      phone: `+4930${100_000 + i}`,
    }))
    real = await createEmulator({ seed: { users: listed } })
  })

  /** Asks, until so many pages of users were brought. */
  function askUntil(pages: number): Ask {
    let left = pages
    return async (method, path, body) => {
      if (path.startsWith("/users?")) left -= 1
      if (left < 0) throw new Error("gone")
      return askOf(real)(method, path, body)
    }
  }

  test.each(["nothing", "half a line"])("goes on where it was, after %s", async (rest) => {
    const seen: string[] = []
    const watched: Ask = (method, path, body) => {
      seen.push(path)
      return askOf(real)(method, path, body)
    }
    await expect(pullToFile(askUntil(2), file, plain)).rejects.toThrow("gone")
    await expect(readFile(file)).rejects.toThrow()
    if (rest === "half a line") await appendFile(`${file}.partial`, '{"$id":"user-2')
    expect(await pullToFile(watched, file, plain)).toMatchObject({ users: many })
    expect(seen.filter((path) => path.startsWith("/users?"))).toHaveLength(1)
    expect(await readFile(file, "utf8")).toBe(await pulledText(askOf(real)))
    await expect(readFile(`${file}.partial`)).rejects.toThrow()
  })

  test("makes the same fakes as before", async () => {
    const salts = ["first", "second"]
    const request = {
      ...plain,
      anonymise: { salt: undefined, keepsPrefs: false },
      newSalt: () => salts.shift() ?? "",
    }
    await expect(pullToFile(askUntil(2), file, request)).rejects.toThrow("gone")
    await pullToFile(askOf(real), file, request)
    const whole = { ...plain, anonymise: { salt: "first", keepsPrefs: false } }
    expect(await readFile(file, "utf8")).toBe(await pulledText(askOf(real), whole))
  })

  test("is not gone on with in another way, nor with a file of others", async () => {
    await expect(pullToFile(askUntil(1), file, plain)).rejects.toThrow("gone")
    const other = { ...plain, project: "other" }
    await expect(pullToFile(askOf(real), file, other)).rejects.toThrow("an earlier pull has left")
    const anonymous = { ...plain, anonymise: { salt: "salt", keepsPrefs: false } }
    await expect(pullToFile(askOf(real), file, anonymous)).rejects.toThrow("an earlier pull has left")
    await writeFile(`${file}.partial`, "my notes\n")
    await expect(pullToFile(askOf(real), file, plain)).rejects.toThrow("is in the way")
    expect(await readFile(`${file}.partial`, "utf8")).toBe("my notes\n")
  })
})

describe("an anonymised pull", () => {
  const request = (salt: string, keepsPrefs = false) => ({ ...plain, anonymise: { salt, keepsPrefs } })

  test("names nobody, and can be planted", async () => {
    await pullToFile(askOf(real), file, request("salt"))
    const text = await readFile(file, "utf8")
    for (const secret of ["ada@", "Ada", "4930", "4711", "token-of-device", "Crew", "dark", "example.com"]) {
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

describe("push", () => {
  test("changes nothing until it is told to", async () => {
    await using target = await createEmulator()
    const { steps } = await planPush(askOf(target), SEED)
    expect(steps.map(({ kind }) => kind)).toEqual(Array(10).fill("create"))
    expect(await users(target)).toEqual({ total: 0, users: [] })
  })

  test("creates the users with all that can be carried over", async () => {
    await using target = await createEmulator()
    const plan = await planPush(askOf(target), SEED)
    expect(await push(askOf(target), plan, () => {})).toEqual({ created: 10, skipped: 0, refused: [] })
    const withoutDates = (text: string) =>
      text
        .replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '""')
        .replace(/"\$id":"[0-9a-f]{20}"/g, '""')
        .replace(/\$argon2id[^"]*|0\.\d+ \d+/g, "")
    expect(withoutDates(JSON.stringify(await users(target)))).toBe(
      withoutDates(JSON.stringify(await users(real))),
    )
    const members = { total: 1, memberships: [{ userId: "ada", roles: ["owner"], confirm: true }] }
    expect((await askOf(target)("GET", "/teams/crew/memberships")).body).toMatchObject(members)
    expect((await askOf(target)("GET", "/teams/crew/prefs")).body).toEqual({ colour: "red" })
  })

  test("tells what it can't carry over", async () => {
    const { steps } = await planPush(askOf(real), {
      users: [...(SEED.users ?? []), { phone: "+4930777777", password: bcrypt, hash: "bcrypt" }],
    })
    const lost = Object.fromEntries(steps.map(({ plan }) => [plan.user.$id ?? "new", plan.lost]))
    expect(lost.ada).toEqual(["dates", "sessions", "identities"])
    expect(lost.invited).toEqual(["open invitations"])
    expect(lost.new).toEqual(["the password (a hash needs an email)"])
    expect(lost.nobody).toEqual([])
  })

  test("skips users whose ID, email or phone is there already, whatever its case", async () => {
    const seed: Seed = {
      users: [
        { $id: "ADA" },
        { $id: "new", email: "MD5@example.com" },
        { phone: "+4930999999" },
        { $id: "other" },
      ],
    }
    const plan = await planPush(askOf(real), seed)
    expect(plan.steps.map((step) => (step.kind === "skip" ? step.taken : "create"))).toEqual([
      "ID",
      "email",
      "phone",
      "create",
    ])
    expect(await push(askOf(real), plan, () => {})).toEqual({ created: 1, skipped: 3, refused: [] })
    expect((await planPush(askOf(real), seed)).steps.map(({ kind }) => kind)).toEqual(Array(4).fill("skip"))
  })

  test("goes on after what the project refuses, and tells of it", async () => {
    const plan = await planPush(askOf(real), {
      users: [
        { $id: "one", targets: [{ providerType: "sms", identifier: "+4930123456" }] },
        {
          $id: "two",
          email: "two@example.org",
          password: "a".repeat(64),
          hash: "scrypt",
          hashOptions: { salt: "s", costCpu: 3, costMemory: 8, costParallel: 1, length: 64 },
        },
        { $id: "three" },
      ],
    })
    const pushed = await push(askOf(real), plan, () => {})
    expect(pushed.created).toBe(2)
    expect(pushed.refused.map(({ what }) => what)).toEqual(["one, target +4930123456", "two"])
    expect(pushed.refused[0]?.why).toMatch(/^409 /)
  })

  test("stops if the key may do nothing", async () => {
    await using keys = await createEmulator({
      seed: { keys: [{ name: "Reader", secret: "reader", scopes: ["users.read"] }] },
    })
    const plan = await planPush(askOf(keys, "reader"), { users: [{ $id: "ada" }, { $id: "alan" }] })
    await expect(push(askOf(keys, "reader"), plan, () => {})).rejects.toThrow(/^401 .*users\.write/)
    await expect(planPush(askOf(keys, "wrong"), SEED)).rejects.toThrow("does not list its users: 401")
  })
})
