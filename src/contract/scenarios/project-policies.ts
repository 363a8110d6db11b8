import type { JsonObject } from "../json-value.ts"
import type { Scenario } from "../scenario.ts"
import { createUser, deleteUser, logIn } from "./parts.ts"

/** Each policy with a setting, the one of a new project again, and one that is refused. */
const policies: Readonly<Record<string, readonly JsonObject[]>> = {
  "password-dictionary": [{ enabled: true }, { enabled: false }, { enabled: "yes" }],
  "password-history": [{ total: 2 }, { total: null }, { total: -1 }],
  "password-strength": [
    { min: 12, number: true },
    { min: 8, uppercase: false, lowercase: false, number: false, symbols: false },
    { min: 7 },
  ],
  "password-personal-data": [{ enabled: true }, { enabled: false }, {}],
  "session-alert": [{ enabled: true }, { enabled: false }, {}],
  "session-duration": [{ duration: 3600 }, { duration: 31_536_000 }, { duration: 1 }],
  "session-invalidation": [{ enabled: false }, { enabled: true }, {}],
  "session-limit": [{ total: 1 }, { total: null }, { total: 0 }],
  "user-limit": [{ total: 1 }, { total: null }, { total: 5001 }],
  "membership-privacy": [
    { userId: true, userName: true },
    {
      userId: false,
      userEmail: false,
      userPhone: false,
      userName: false,
      userMFA: false,
      userAccessedAt: false,
    },
    { userId: "yes" },
  ],
}

/** The policies of a project, and the ways to log in that it allows. All are put back. */
export const projectPolicies: Scenario = {
  name: "project-policies",
  area: "project",
  changesSettings: true,
  async run(stage) {
    const { step } = stage
    await step("GET", "/project/policies")
    await step("GET", "/project/policies/none")
    await createUser(stage, "ada")
    for (const [policy, [setting = {}, usual = {}, refused = {}]] of Object.entries(policies)) {
      const path = `/project/policies/${policy}`
      await step("PATCH", path, { body: setting })
      await step("GET", path)
      await createUser(stage, "bea", { password: "password" })
      await logIn(stage, "ada")
      await step("PATCH", path, { body: usual })
      await step("PATCH", path, { body: refused })
      await step("PATCH", path, { as: "guest", body: usual })
      await deleteUser(stage, "bea")
    }
    await step("GET", "/project/policies")
    await step("GET", "/project/policies", { as: "guest" })
    await step("GET", "/project/policies/user-limit", { as: "guest" })
    const method = "/project/auth-methods/email-password"
    await step("PATCH", method, { body: { enabled: false } })
    await logIn(stage, "ada")
    await step("PATCH", method, { body: { enabled: true } })
    await logIn(stage, "ada")
    await step("PATCH", "/project/auth-methods/none", { body: { enabled: true } })
    await step("PATCH", method, { as: "guest", body: { enabled: true } })
    await deleteUser(stage, "ada")
  },
}
