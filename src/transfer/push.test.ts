import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { createEmulator, type Emulator, type Seed } from "../emulator.ts"
import { askOf, bcrypt, SEED, users } from "../test-support/transfer.ts"
import { planPush, push } from "./push.ts"

let real: Emulator
beforeEach(async () => {
  real = await createEmulator({ seed: SEED })
})
afterEach(() => real.close())

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
      users: [
        ...(SEED.users ?? []),
        { phone: "+4930777777", password: bcrypt, hash: "bcrypt" },
        {
          $id: "alan",
          totp: {},
          recoveryCodes: ["0123456789"],
          logs: [{ event: "session.create" }],
          targets: [{ providerType: "push", identifier: "dead-device", expired: true }],
        },
      ],
    })
    const lost = Object.fromEntries(steps.map(({ plan }) => [plan.user.$id ?? "new", plan.lost]))
    expect(lost.ada).toEqual(["dates", "sessions", "identities"])
    expect(lost.invited).toEqual(["open invitations"])
    expect(lost.new).toEqual(["the password (a hash needs an email)"])
    expect(lost.alan).toEqual(["authenticators", "recovery codes", "logs", "marks of expired targets"])
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
