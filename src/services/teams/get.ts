import { endpoint } from "../../endpoint.ts"
import { preferences } from "../../models/preferences.ts"
import { team } from "../../models/team.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { readPrefs } from "../prefs.ts"
import { loadTeam } from "./access.ts"

/** Appwrite 1.9: GET /v1/teams/:teamId. */
export const getTeam = endpoint({
  method: "GET",
  path: "/teams/:teamId",
  scopes: ["teams.read"],
  params: { teamId: required(uid()) },
  model: team,
  action: (call) => loadTeam(call, call.params.teamId),
})

/** Appwrite 1.9: GET /v1/teams/:teamId/prefs. */
export const getPrefs = endpoint({
  method: "GET",
  path: "/teams/:teamId/prefs",
  scopes: ["teams.read"],
  params: { teamId: required(uid()) },
  model: preferences,
  action: (call) => readPrefs(call.project, loadTeam(call, call.params.teamId).prefs),
})
