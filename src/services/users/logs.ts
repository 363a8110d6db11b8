import { endpoint } from "../../endpoint.ts"
import { logList } from "../../models/log.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { loadUser } from "../load-user.ts"
import { logsOf } from "../logs.ts"

/** Appwrite 1.9: GET /v1/users/:userId/logs. What was done with an API key is nobody's. */
export const listLogs = endpoint({
  method: "GET",
  path: "/users/:userId/logs",
  scopes: ["users.read"],
  params: {
    userId: required(uid()),
    queries: optional(queries(), NO_QUERIES),
    total: optional(looseBoolean, true),
  },
  legacyQueries: true,
  model: logList,
  action: async ({ project, params }) => {
    const user = loadUser(project, params.userId)
    const page = await logsOf(project, user, params.queries, params.total, project.rules.logs.modeOfUsers)
    return () => page
  },
})
