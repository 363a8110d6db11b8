import { expect, test } from "vitest"
import { newScene } from "../test-support/scene.ts"

test("nothing changed is nothing to tell", async () => {
  const { emulator, key } = await newScene()
  await key("POST", "/users", { userId: "ann" })
  const before = emulator.snapshot()
  await key("GET", "/users")
  await key("GET", "/users/none")
  expect(emulator.diff(before)).toEqual({ created: {}, changed: {}, deleted: [] })
})

test("it tells what was created, changed and deleted, field by field, with its secrets masked", async () => {
  const { emulator, key, now } = await newScene()
  const created = new Date(now()).toISOString()
  for (const userId of ["ann", "ben"]) await key("POST", "/users", { userId, name: userId })
  const project = emulator.project("emulator")
  const before = project.snapshot()
  emulator.clock.advance({ minutes: 1 })
  const changed = new Date(emulator.clock.now()).toISOString()
  await key("PATCH", "/users/ann/password", { password: "correct-horse-9" })
  await key("PATCH", "/users/ann/prefs", { prefs: { theme: "dark" } })
  await key("DELETE", "/users/ben")
  await key("POST", "/users", { userId: "cid", phone: "+14155550100" })
  await key("PATCH", "/project/policies/password-history", { total: 2 })
  const diff = project.diff(before)
  expect(Object.keys(diff).sort()).toEqual(["settings", "targets", "users"])
  expect(diff.settings).toEqual({ passwordHistory: { before: 0, after: 2 } })
  expect(diff.users?.deleted).toMatchObject([{ $id: "ben", name: "ben", $createdAt: created }])
  expect(diff.users?.created).toMatchObject([{ $id: "cid", phone: "+14155550100", $createdAt: changed }])
  expect(diff.users?.created[0]).not.toHaveProperty("$sequence")
  expect(diff.users?.changed).toMatchObject([
    {
      $id: "ann",
      fields: {
        $updatedAt: { before: created, after: changed },
        passwordUpdate: { before: null, after: changed },
        prefs: { before: [], after: { theme: "dark" } },
        storedPassword: { before: { password: null }, after: "(secret)" },
      },
    },
  ])
  const shown = project.diff(before, undefined, { secrets: true }).users?.changed[0]?.fields.storedPassword
  expect(shown?.after).toMatchObject({ password: expect.stringMatching(/^\$argon2id\$/) })
  expect(JSON.stringify(diff)).not.toContain("$argon2")
})

test("it tells of projects that came and went, and compares in either direction", async () => {
  const { emulator, key } = await newScene()
  const gone = emulator.project()
  const before = emulator.snapshot()
  gone.delete()
  const made = emulator.project()
  await key(
    "POST",
    "/users",
    { userId: "ann" },
    {
      "x-appwrite-project": made.projectId,
      "x-appwrite-key": made.apiKey,
    },
  )
  const after = emulator.snapshot()
  expect(emulator.diff(before, after)).toMatchObject({
    created: { [made.projectId]: { users: { created: [{ $id: "ann" }] } } },
    changed: {},
    deleted: [gone.projectId],
  })
  expect(emulator.diff(after, before)).toEqual({
    created: { [gone.projectId]: {} },
    changed: {},
    deleted: [made.projectId],
  })
})

test("someone who is made again under the same ID is someone else", async () => {
  const { emulator, key } = await newScene()
  await key("POST", "/users", { userId: "ann", name: "Ann" })
  const before = emulator.snapshot()
  await key("DELETE", "/users/ann")
  await key("POST", "/users", { userId: "ann", name: "Other" })
  expect(emulator.diff(before).changed.emulator?.users).toMatchObject({
    created: [{ $id: "ann", name: "Other" }],
    changed: [],
    deleted: [{ $id: "ann", name: "Ann" }],
  })
})
