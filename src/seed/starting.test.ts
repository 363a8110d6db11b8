import { expect, it } from "vitest"
import { createEmulator, SeedError } from "../emulator.ts"

const two = { users: [{ $id: "ann" }, { $id: "bob" }] }

it("a reset goes back to the seed", async () => {
  const emulator = await createEmulator({ seed: two })
  const project = emulator.project("emulator")
  await emulator.seed({ users: [{ $id: "eve" }] })
  expect(project.userCount).toBe(3)
  emulator.reset()
  expect(project.userCount).toBe(2)
})

it("projects that are made later begin with the seed, too", async () => {
  const emulator = await createEmulator({ seed: two })
  const project = emulator.project()
  expect(project.userCount).toBe(2)
  await project.seed({ users: [{}] }, { isStart: true })
  expect(project.userCount).toBe(1)
  project.reset()
  expect(project.userCount).toBe(1)
  expect(emulator.project("emulator").userCount).toBe(2)
})

it("nothing is half seeded, neither by a first nor by a second seed", async () => {
  await expect(createEmulator({ seed: { users: [{ $id: "ann" }, { $id: "ANN" }] } })).rejects.toThrow(
    SeedError,
  )
  const emulator = await createEmulator({ seed: two })
  const before = emulator.snapshot()
  const clash = {
    settings: { userLimit: 1 },
    teams: [{ name: "T" }],
    users: [{ $id: "eve" }, { $id: "Bob" }],
  }
  await expect(emulator.seed(clash)).rejects.toThrow("users[1].$id: Something with the same $id exists")
  expect(emulator.diff(before)).toEqual(emulator.diff(emulator.snapshot()))
})

it("a random seed makes the same of a seed each time", async () => {
  const planted = async () => {
    const seed = { users: [{ password: "long enough", sessions: [{}], totp: {} }, { sessions: [{}] }] }
    return (await createEmulator({ seed, randomSeed: 1 })).planted
  }
  expect(await planted()).toEqual(await planted())
})

const call = (body: string, project = "shop") =>
  new Request(`http://localhost/_emulator/projects/${project}/seed`, {
    method: "PUT",
    headers: { "x-emulator-control": "1" },
    body,
  })

it("over HTTP a project starts anew with a seed", async () => {
  const emulator = await createEmulator()
  for (let time = 0; time < 2; time += 1) {
    const response = await emulator.fetch(call(JSON.stringify(two)))
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ users: [{ $id: "ann" }, { $id: "bob" }] })
  }
  expect(emulator.project("shop").userCount).toBe(2)
  emulator.reset()
  expect(emulator.project("shop").userCount).toBe(2)
})

it("over HTTP all problems are told", async () => {
  const emulator = await createEmulator()
  const response = await emulator.fetch(call('{"users":[{"email":"nobody"}]}'))
  expect(response.status).toBe(400)
  expect(JSON.parse(await response.text()).problems).toEqual([
    { path: "users[0].email", reason: "Value must be a valid email address" },
  ])
})

it.each([
  ["a wrong member", '{"teams":[{"name":"T"}],"users":[{"$id":"eve"},{"email":"nobody"}]}'],
  ["a clash", '{"teams":[{"name":"T"}],"users":[{"$id":"eve"},{"$id":"EVE"}]}'],
])("over HTTP nothing is half seeded with %s, and no project is made for it", async (_case, seed) => {
  const emulator = await createEmulator()
  await emulator.fetch(call(JSON.stringify(two)))
  const before = emulator.snapshot()
  for (const project of ["shop", "fresh"]) {
    expect((await emulator.fetch(call(seed, project))).status).toBe(400)
  }
  expect(emulator.diff(before)).toEqual({ created: {}, changed: {}, deleted: [] })
})
