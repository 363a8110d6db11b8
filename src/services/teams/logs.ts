import { endpoint } from "../../endpoint.ts"
import { logList } from "../../models/log.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { logsOfResource } from "../logs.ts"
import { loadTeam, teamResource } from "./access.ts"

/** Appwrite 1.9: GET /v1/teams/:teamId/logs: what users and API keys did to the team. */
export const listLogs = endpoint({
  method: "GET",
  path: "/teams/:teamId/logs",
  scopes: ["teams.read"],
  params: {
    teamId: required(uid()),
    queries: optional(queries(), NO_QUERIES),
    total: optional(looseBoolean, true),
  },
  legacyQueries: true,
  model: logList,
  action: async (call) => {
    const { project, params } = call
    const resource = teamResource(loadTeam(call, params.teamId).$id)
    const page = await logsOfResource(project, resource, params.queries, params.total)
    return () => page
  },
})
