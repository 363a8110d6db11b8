import { expect, test } from "vitest"
import { createEmulator } from "../emulator.ts"
import { newWorld } from "../running-world.ts"
import { loadEndpoints } from "../services/services.ts"
import { apiApp } from "./app.ts"

test("a service that could not be loaded is loaded again by the next request", async () => {
  const faults: unknown[] = []
  let isBroken = true
  const load = async () => {
    if (isBroken) throw new Error("too many open files")
    return loadEndpoints()
  }
  const answer = await appOf(faults, load)
  const request = () => new Request("http://localhost/v1/health/version")
  expect((await answer(request(), "127.0.0.1")).status).toBe(500)
  expect(faults).toEqual([new Error("too many open files")])
  isBroken = false
  // A guest of no project gets as far as the scopes.
  expect((await answer(request(), "127.0.0.1")).status).not.toBe(500)
  expect(faults).toHaveLength(1)
})
