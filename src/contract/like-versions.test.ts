import { expect, test } from "vitest"
import { createEmulator } from "../emulator.ts"
import { emulatorTarget } from "./emulator-target.ts"
import { checkLikeVersions, profileLike, versionOfServer } from "./like-versions.ts"
import { CannotCompare } from "./lock-step/cannot-compare.ts"
import { askerOf } from "./real-project/ask.ts"
import { replayOnServer } from "./replay-on-server.ts"

const transcript = (version: string) => ({
  name: "t",
  area: "a",
  server: `Appwrite ${version}`,
  project: "p",
  key: "k",
  steps: [],
})

async function serverOf(appwrite: "1.5" | "1.9") {
  const emulator = await createEmulator({ appwrite, projects: [{ id: "p", keys: ["k"] }] })
  return { baseUrl: "http://localhost/v1", project: "p", key: "k", fetch: emulator.fetch }
}

test("versions are alike that differ in their last number only", () => {
  expect(() => checkLikeVersions("1.9.6", "1.9.5", {})).not.toThrow()
  expect(() => checkLikeVersions("1.9.6", "1.5.11", {})).toThrow(/1\.9\.6, but the server is 1\.5\.11/)
  expect(() => checkLikeVersions("1.9.6", "", {})).toThrow(CannotCompare)
  expect(() => checkLikeVersions("1.9.6", "1.5.11", { anyVersion: true })).not.toThrow()
})

test("an emulator is of the version that is asked for, or says that it can't be", () => {
  expect(profileLike("1.5.11", {}).name).toBe("1.5")
  expect(() => profileLike("1.8.1", {})).toThrow(CannotCompare)
  expect(profileLike("1.8.1", { anyVersion: true }).name).toBe("1.9")
})

test("a recording is replayed in an emulator of its version", async () => {
  for (const version of ["1.5.11", "1.9.6"]) {
    const target = await emulatorTarget(transcript(version))
    expect(await versionOfServer(askerOf(target))).toBe(version)
  }
  await expect(emulatorTarget(transcript("1.8.1"))).rejects.toThrow(CannotCompare)
})

test("a recording is not replayed on a server of another version, unless that is wanted", async () => {
  const old = await serverOf("1.5")
  await expect(replayOnServer(transcript("1.9.6"), old)).rejects.toThrow(CannotCompare)
  expect(await replayOnServer(transcript("1.9.6"), old, { anyVersion: true })).toEqual([])
  expect(await replayOnServer(transcript("1.5.11"), old)).toEqual([])
})
