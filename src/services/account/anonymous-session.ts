import { noEmailFacts } from "../../emails/facts.ts"
import { endpoint } from "../../endpoint.ts"
import { session } from "../../models/session.ts"
import { insertUser } from "../create-user.ts"
import { logIn } from "../log-in.ts"
import { noPassword } from "../new-password.ts"
import { prepareSession } from "../sessions.ts"
import { checkUserLimit } from "../user-limit.ts"

/** Appwrite 1.9: POST /v1/account/sessions/anonymous: a user who has nothing but this session. */
export const createAnonymousSession = endpoint({
  method: "POST",
  path: "/account/sessions/anonymous",
  scopes: ["sessions.write"],
  groups: ["session"],
  authMethod: "anonymous",
  rateLimit: { limit: 50, keys: [["ip"]] },
  params: {},
  audit: "session.create",
  event: "users.[userId].sessions.[sessionId].create",
  model: session,
  action: async (call) => {
    const { project, world } = call
    checkUserLimit(project)
    const store = await prepareSession(call, {
      provider: "anonymous",
      providerUid: null,
      factors: ["anonymous"],
    })
    return () => {
      checkUserLimit(project)
      const user = insertUser(call, {
        $id: world.uniqueId(),
        name: "",
        email: null,
        phone: null,
        storedPassword: noPassword(project.rules, "account"),
        emailFacts: noEmailFacts,
        remembersPassword: false,
        accessedAt: world.clock.now(),
      })
      return logIn(call, user, store(user))
    }
  },
})
