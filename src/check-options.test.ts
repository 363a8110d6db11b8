import { expect, test } from "vitest"
import { createEmulator } from "./emulator.ts"

test.each<[object, string, string]>([
  [{ hashCosts: "fast" }, "option_unknown", "There is no option hashCosts: did you mean hashCost?"],
  [{ users: [] }, "option_unknown", "There is no option users: there are appwrite, projects,"],
  [{ __proto__: null, toString: 1 }, "option_unknown", "toString"],
  [{ hashCost: "slow" }, "option_invalid", 'hashCost: expected "fast" or "server".'],
  [{ appwrite: "1.6" }, "option_invalid", 'appwrite: expected "1.5" or "1.9".'],
  [{ strict: "no" }, "option_invalid", "strict: expected true or false."],
  [{ clock: Date }, "option_invalid", "clock: expected an object with the function now."],
  [{ randomness: {} }, "option_invalid", "randomness: expected an object with the function bytes."],
  [{ evidence: "told" }, "option_invalid", 'evidence: expected true or false or "required".'],
  [{ log: console }, "option_invalid", "log: expected a function."],
  [{ apiKey: "" }, "option_invalid", "apiKey: expected a text."],
  [{ projects: ["shop"] }, "option_invalid", "projects: expected a list of objects."],
  [{ projects: [{ name: "Shop" }] }, "option_invalid", "projects[0].id: expected a text."],
  [{ projects: [{ id: "shop", key: "a" }] }, "option_unknown", "projects[0].key: did you mean keys?"],
  [
    { projects: [{ id: "shop", keys: "a" }] },
    "option_invalid",
    "projects[0].keys: expected a list of secrets.",
  ],
  [
    { projects: [{ id: "a" }, { id: "a" }] },
    "option_invalid",
    "projects[1].id: expected an ID that no other",
  ],
  [{ projects: [{ id: "a b" }] }, "project_id_invalid", '"a b" can\'t be the ID of a project'],
  [{ projects: [{ id: "console" }] }, "project_id_invalid", '"console" can\'t be the ID of a project'],
  [{ requestLog: { size: -1 } }, "option_invalid", "requestLog.size: expected a whole number from 0."],
  [{ requestLog: { transcript: 9 } }, "option_unknown", "requestLog.transcript: did you mean transcripts?"],
])("an emulator with the options %j is refused", async (options, code, message) => {
  await expect(createEmulator(options)).rejects.toMatchObject({
    name: "EmulatorError",
    code,
    message: expect.stringContaining(message),
  })
})

test("what is undefined is left out, and a clock may have its method from its class", async () => {
  class Stopped {
    now() {
      return 0
    }
  }
  const emulator = await createEmulator({
    clock: new Stopped(),
    seed: undefined,
    hashCost: undefined,
  } as object)
  expect(emulator.clock.now()).toBe(0)
})

test("so is a project that is made later", async () => {
  const emulator = await createEmulator()
  const project = (options: object) => () => emulator.project("shop", options)
  expect(project({ key: "a" })).toThrow("There is no option key: did you mean keys?")
  expect(project({ appwrite: "2" })).toThrow('appwrite: expected "1.5" or "1.9".')
  expect(emulator.projectIds()).toEqual(["emulator"])
})
