import { Account, Teams } from "appwrite"
import { afterEach, expect, test, vi } from "vitest"
import { methodsOf } from "../methods.ts"
import { messages } from "./messages.ts"
import { newerMethods } from "./newer-methods.ts"
import { olderNames } from "./older-names.ts"
import { ownAccount } from "./own-account.ts"
import { passwordAndMfa } from "./password-and-mfa.ts"
import { providers } from "./providers.ts"
import { runFlow } from "./run-flow.ts"
import { sessions } from "./sessions.ts"
import type { Flows } from "./stage.ts"
import { teams } from "./teams.ts"

const flows: Flows = {
  ...passwordAndMfa,
  ...olderNames,
  ...messages,
  ...sessions,
  ...ownAccount,
  ...providers,
  ...teams,
  ...newerMethods,
}
const called = new Set<string>()

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test.each(Object.entries(flows))("%s", (_, flow) => runFlow(flow, (method) => called.add(method)))

test("the flows call every method", () => {
  const services = { account: Account, teams: Teams }
  const all = Object.entries(services).flatMap(([service, { prototype }]) =>
    methodsOf(prototype).map((method) => `${service}.${method}`),
  )
  expect([...called].sort()).toEqual(all.sort())
})
