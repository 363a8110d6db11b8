import { Client, Users } from "node-appwrite-27"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { createEmulator, type Emulator, EmulatorError, type EmulatorProject } from "../emulator.ts"

let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator()
})

afterEach(() => emulator.close())

const failure = (code: string) => expect.objectContaining({ name: "EmulatorError", code })

function call(
  of: Emulator,
  { projectId, apiKey }: EmulatorProject,
  method: string,
  path: string,
  body?: object,
) {
  const headers = {
    "x-appwrite-project": projectId,
    "x-appwrite-key": apiKey,
    "content-type": "application/json",
  }
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  return of.fetch(new Request(`http://localhost/v1${path}`, { method, headers, ...init }))
}

async function addUser(project: EmulatorProject, userId: string, of = emulator) {
  expect((await call(of, project, "POST", "/users", { userId })).status).toBe(201)
}

async function userIds(project: EmulatorProject, of = emulator): Promise<string[]> {
  const answer = await call(of, project, "GET", "/users")
  const { users }: { users: { $id: string }[] } = JSON.parse(await answer.text())
  return users.map(({ $id }) => $id)
}

describe("a project", () => {
  test("without an ID is a new one, with an ID and a key of its own", async () => {
    const [one, other] = [emulator.project(), emulator.project()]
    expect(new Set([one.projectId, other.projectId, "emulator"]).size).toBe(3)
    expect(one.apiKey).not.toBe(other.apiKey)
    await addUser(one, "ann")
    expect([one.userCount, other.userCount]).toEqual([1, 0])
    const borrowed = { ...other, projectId: one.projectId, apiKey: other.apiKey }
    expect((await call(emulator, borrowed, "GET", "/users")).status).toBe(401)
  })

  test("is ready for the official client", async () => {
    await emulator.listen()
    const { endpoint, projectId, apiKey } = emulator.project()
    const users = new Users(new Client().setEndpoint(endpoint).setProject(projectId).setKey(apiKey))
    expect(await users.create({ userId: "ann" })).toMatchObject({ $id: "ann" })
  })

  test("with an ID is the one that is there, or is made", async () => {
    expect(emulator.project("emulator").apiKey).toBe("emulator")
    const shop = emulator.project("shop", { name: "Shop", keys: ["s3cret"] })
    await addUser(shop, "ann")
    expect(emulator.project("shop")).toMatchObject({ projectId: "shop", apiKey: "s3cret", userCount: 1 })
    expect(emulator.projectIds()).toEqual(["emulator", "shop"])
    expect(() => emulator.project("shop", {})).toThrow(failure("project_exists"))
  })

  test.each(["console", "a b", "", "-a", "a".repeat(37)])("can't have the ID %j", (id) => {
    expect(() => emulator.project(id)).toThrow(failure("project_id_invalid"))
  })

  test("is deleted, also at the end of its block, and then it says so", async () => {
    const ids = () => emulator.projectIds()
    const deleted = emulator.project()
    deleted.delete()
    deleted.delete()
    expect(ids()).toEqual(["emulator"])
    expect(() => deleted.snapshot()).toThrow(failure("project_unknown"))
    const scoped = emulator.project()
    await scoped[Symbol.asyncDispose]()
    expect(ids()).toEqual(["emulator"])
    expect(emulator.project().projectId).not.toBe(scoped.projectId)
  })

  test("without a key has none to tell", () => {
    const project = emulator.project("locked", { keys: [] })
    expect(() => project.apiKey).toThrow(failure("project_without_key"))
  })

  test("is reset alone", async () => {
    const [one, other] = [emulator.project(), emulator.project()]
    await addUser(one, "ann")
    await addUser(other, "ben")
    one.reset()
    expect([await userIds(one), await userIds(other)]).toEqual([[], ["ben"]])
  })

  test("is branched: both go on from the same, apart, and a reset of the branch goes back to it", async () => {
    const base = emulator.project()
    await addUser(base, "ann")
    const branch = base.branch()
    await addUser(branch, "ben")
    await addUser(base, "cid")
    expect([await userIds(base), await userIds(branch)]).toEqual([
      ["ann", "cid"],
      ["ann", "ben"],
    ])
    branch.reset()
    expect(await userIds(branch)).toEqual(["ann"])
  })

  test("goes back to a snapshot, as often as wanted, also to one of another project", async () => {
    const [one, other] = [emulator.project(), emulator.project()]
    await addUser(one, "ann")
    const snapshot = one.snapshot()
    for (const userId of ["ben", "cid"]) {
      await addUser(one, userId)
      one.restore(snapshot)
      expect(await userIds(one)).toEqual(["ann"])
    }
    other.restore(snapshot)
    expect(await userIds(other)).toEqual(["ann"])
    expect(other.diff(snapshot)).toEqual({})
  })
})

describe("the emulator", () => {
  test("goes back to a snapshot: data, projects and their keys", async () => {
    const project = emulator.project()
    await addUser(project, "ann")
    const snapshot = emulator.snapshot()
    await addUser(project, "ben")
    const late = emulator.project()
    project.delete()
    emulator.restore(snapshot)
    expect(await userIds(project)).toEqual(["ann"])
    expect(() => late.userCount).toThrow(failure("project_unknown"))
  })

  test("refuses snapshots of others, but not of its branches", async () => {
    const other = await createEmulator()
    expect(() => emulator.restore(other.snapshot())).toThrow(failure("snapshot_of_another_emulator"))
    expect(() => emulator.project().restore(other.project().snapshot())).toThrow(EmulatorError)
    const branch = emulator.branch()
    await addUser(branch.project("emulator"), "ann", branch)
    emulator.restore(branch.snapshot())
    expect(await userIds(emulator.project("emulator"))).toEqual(["ann"])
  })

  test("refuses what is no snapshot, or one of something else", async () => {
    const project = emulator.project()
    const refused = failure("snapshot_invalid")
    for (const wrong of [undefined, {}, project.snapshot()] as never[]) {
      expect(() => emulator.restore(wrong)).toThrow(refused)
      expect(() => emulator.diff(wrong)).toThrow(refused)
    }
    for (const wrong of [null, {}, emulator.snapshot()] as never[]) {
      expect(() => project.restore(wrong)).toThrow(refused)
      expect(() => project.diff(project.snapshot(), wrong)).toThrow(refused)
    }
  })

  test("answers whatever the web's own fetch takes", async () => {
    const statusOf = async (...given: Parameters<Emulator["fetch"]>) =>
      (await emulator.fetch(...given)).status
    const headers = { "x-appwrite-project": "emulator", "x-appwrite-key": "emulator" }
    const url = "http://localhost/v1/users"
    expect(await statusOf("/v1/users", { headers })).toBe(200)
    expect(await statusOf(new URL(url), { headers })).toBe(200)
    expect(await statusOf(new Request(url, { headers }))).toBe(200)
    expect(await statusOf(new Request(url), { headers })).toBe(200)
    expect(await statusOf(url)).toBe(401)
  })

  test("listens nowhere but where it was told to", async () => {
    await expect(emulator.listen({ prot: 4999 } as object)).rejects.toEqual(failure("option_unknown"))
    await expect(emulator.listen({ port: 65_536 })).rejects.toEqual(failure("option_invalid"))
    expect(emulator.url).toBeUndefined()
  })

  test("plants no seed in a project that was deleted, nor under an option that nobody knows", async () => {
    const project = emulator.project()
    await expect(project.seed({}, { isstart: true } as object)).rejects.toEqual(failure("option_unknown"))
    project.delete()
    await expect(project.seed({})).rejects.toEqual(failure("project_unknown"))
  })

  test("is branched: what was issued before is good in both, what comes after is apart", async () => {
    const project = emulator.project()
    await addUser(project, "ann")
    const made = await call(emulator, project, "POST", "/users/ann/jwts", {})
    const { jwt }: { jwt: string } = JSON.parse(await made.text())
    const branch = emulator.branch()
    const copy = branch.project(project.projectId)
    await addUser(copy, "ben", branch)
    expect([await userIds(project), await userIds(copy, branch)]).toEqual([["ann"], ["ann", "ben"]])
    const headers = { "x-appwrite-project": project.projectId, "x-appwrite-jwt": jwt }
    for (const one of [emulator, branch]) {
      const account = await one.fetch(new Request("http://localhost/v1/account", { headers }))
      expect(account.status).toBe(200)
    }
    branch.clock.advance({ days: 1 })
    expect(branch.clock.now() - emulator.clock.now()).toBeGreaterThan(80_000_000)
    expect(branch.project().projectId).not.toBe(project.projectId)
  })

  test("goes back to its start: data and clock; projects and keys stay", async () => {
    const project = emulator.project("shop", { keys: ["k"] })
    await addUser(project, "ann")
    emulator.clock.freeze(0)
    emulator.reset()
    expect([emulator.clock.isFrozen, await userIds(project)]).toEqual([false, []])
  })

  test("listens at one place at a time", async () => {
    expect([emulator.url, emulator.project().endpoint]).toEqual([undefined, "http://localhost/v1"])
    const first = await emulator.listen()
    expect([emulator.url, emulator.project().endpoint]).toEqual([first.url, `${first.url}/v1`])
    await expect(emulator.listen()).rejects.toThrow(failure("listening_already"))
    await first.close()
    expect(emulator.url).toBeUndefined()
    await emulator.listen()
  })

  test("answers no more once it is closed", async () => {
    const { url } = await emulator.listen()
    await emulator[Symbol.asyncDispose]()
    await expect(fetch(url)).rejects.toThrow()
    await expect(emulator.fetch(new Request("http://localhost/v1/users"))).rejects.toThrow(
      failure("emulator_closed"),
    )
    await expect(emulator.listen()).rejects.toThrow(failure("emulator_closed"))
    await emulator.close()
  })
})
