import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { createEmulator } from "../../emulator.ts"
import { isJsonObject } from "../json-value.ts"
import { askerOf } from "../real-project/ask.ts"
import { serverTarget } from "../real-project/server-target.ts"
import type { Target } from "../replay.ts"
import { emulatorReplayer, replayAll } from "../replay-all.ts"
import { replayOnServer } from "../replay-on-server.ts"
import type { Scenario } from "../scenario.ts"
import { projectPolicies } from "../scenarios/project-policies.ts"
import { usersMfa } from "../scenarios/users-mfa.ts"
import { usersSessions } from "../scenarios/users-sessions.ts"
import { parseTranscript } from "../transcript.ts"
import { transcriptText } from "../transcript-text.ts"
import { recordScenario } from "./record.ts"
import { walk } from "./walk.ts"

const emulator = await createEmulator({
  projects: [{ id: "real-project", keys: ["standard_0123456789abcdef"] }],
})
let target: Target = { baseUrl: "", project: "real-project", key: "standard_0123456789abcdef", fetch }
let close = async () => {}

beforeAll(async () => {
  const listening = await emulator.listen()
  close = listening.close
  target = serverTarget({ ...target, endpoint: `${listening.url}/v1/` })
})
afterAll(() => close())
beforeEach(() => emulator.reset())

async function userIds(): Promise<readonly unknown[]> {
  const { body } = await askerOf(target)("GET", "/users")
  const users = isJsonObject(body) && Array.isArray(body.users) ? body.users : []
  return users.map((user: { readonly $id: string }) => user.$id)
}

/** A scenario of a few words. */
function scenario(run: Scenario["run"]): Scenario {
  return { name: "short", area: "tests", run }
}

const adaStays = scenario(async ({ step, id }) => {
  await step("POST", "/users", { body: { userId: id("ada") } })
})

describe("a recording of a server", () => {
  test.each([usersSessions, usersMfa, projectPolicies, walk(7, 40)])(
    "$name is replayed the same",
    async (it) => {
      const { transcript, leftBehind } = await recordScenario(it, target)
      expect(leftBehind).toEqual([])
      const read = parseTranscript(transcriptText(transcript), "the recording")
      expect(read).toEqual(transcript)
      const inProcess = await replayAll([read], emulatorReplayer())
      expect(inProcess.steps.flatMap(({ differences }) => differences)).toEqual([])
      const steps = await replayOnServer(read, { ...target, argon2Cost: "m=8,t=1,p=1" })
      expect(steps).toHaveLength(transcript.steps.length)
      expect(steps.flatMap(({ differences }) => differences)).toEqual([])
      expect(await userIds()).toEqual([])
    },
  )

  test("in which an answer is another one is found out", async () => {
    const { transcript } = await recordScenario(usersSessions, target)
    const text = transcriptText(transcript).replace('"emailVerification":false', '"emailVerification":true')
    const { steps } = await replayAll([parseTranscript(text, "changed")], emulatorReplayer())
    expect(steps.flatMap(({ differences }) => differences.map(({ path }) => path))).toContain(
      "body.emailVerification",
    )
  })

  test("holds neither project nor key", async () => {
    const { transcript } = await recordScenario(usersSessions, target)
    expect(transcriptText(transcript)).not.toMatch(/real-project|0123456789abcdef(?!0)/)
  })
})

describe("whatever happens, the project is empty again", () => {
  test("after a scenario that forgets to clean up", async () => {
    await recordScenario(adaStays, target)
    expect(await userIds()).toEqual([])
  })

  test("after a scenario that fails", async () => {
    const failing = scenario(async (stage) => {
      await adaStays.run(stage)
      throw new Error("on purpose")
    })
    await expect(recordScenario(failing, target)).rejects.toThrow("on purpose")
    expect(await userIds()).toEqual([])
  })

  test("after an interruption", async () => {
    const stop = new AbortController()
    const stopped = scenario(async (stage) => {
      await adaStays.run(stage)
      stop.abort(new Error("interrupted"))
      await stage.step("GET", "/users")
    })
    await expect(recordScenario(stopped, target, { signal: stop.signal })).rejects.toThrow("interrupted")
    expect(await userIds()).toEqual([])
  })

  test("after an answer that got lost", async () => {
    const losing: Target = {
      ...target,
      async fetch(request) {
        const response = await target.fetch(request)
        if (request.method === "POST") throw new Error("lost")
        return response
      },
    }
    await expect(recordScenario(adaStays, losing)).rejects.toThrow("lost")
    expect(await userIds()).toEqual([])
  })

  test("and its policies are as they were", async () => {
    const ask = askerOf(target)
    await ask("PATCH", "/project/policies/session-limit", { total: 7 })
    const before = (await ask("GET", "/project/policies")).body
    const changing = scenario(async ({ step }) => {
      await step("PATCH", "/project/policies/session-limit", { body: { total: 1 } })
      await step("PATCH", "/project/policies/password-dictionary", { body: { enabled: true } })
      await step("PATCH", "/project/auth-methods/phone", { body: { enabled: false } })
    })
    await recordScenario(changing, target)
    expect((await ask("GET", "/project/policies")).body).toEqual(before)
  })
})

describe("a project with users of its own", () => {
  beforeEach(async () => {
    await askerOf(target)("POST", "/users", { userId: "theirs", email: "theirs@example.com" })
  })

  test("is refused, and nothing is sent but questions", async () => {
    const methods: string[] = []
    const watched: Target = {
      ...target,
      fetch(request) {
        methods.push(request.method)
        return target.fetch(request)
      },
    }
    await expect(recordScenario(adaStays, watched)).rejects.toThrow("not empty: it has 1 user and 0 teams")
    expect(new Set(methods)).toEqual(new Set(["GET"]))
  })

  test("keeps them, if it is allowed", async () => {
    // A login code for a user who is there already says the same as one that makes a user.
    const asking = scenario(async (stage) => {
      await adaStays.run(stage)
      const body = { userId: "theirs", email: "theirs@example.com" }
      await stage.step("POST", "/account/tokens/email", { body })
    })
    await recordScenario(asking, target, { allowNonEmpty: true })
    expect(await userIds()).toEqual(["theirs"])
  })

  test("is not written down", async () => {
    const listing = scenario(async ({ step }) => {
      await step("GET", "/users")
    })
    await expect(recordScenario(listing, target, { allowNonEmpty: true })).rejects.toThrow(
      "step 0, GET /users, lists users",
    )
  })
})
