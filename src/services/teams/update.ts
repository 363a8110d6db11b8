import { type Call, endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { preferences } from "../../models/preferences.ts"
import { team } from "../../models/team.ts"
import { encodeJson } from "../../php/json-encode.ts"
import type { Team } from "../../project/records/team.ts"
import { assoc } from "../../validators/assoc.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { documentFault } from "../prefs.ts"
import { checkMayChangeTeam, loadTeam, teamResource } from "./access.ts"

/**
 * Appwrite 1.9: PUT /v1/teams/:teamId. Nothing happens if the name stays as it is, which is why then all members are let
 * pass.
 */
export const updateName = endpoint({
  method: "PUT",
  path: "/teams/:teamId",
  scopes: ["teams.write"],
  params: { teamId: required(uid()), name: required(text(128)) },
  audit: "team.update",
  event: "teams.[teamId].update",
  model: team,
  action: (call) => {
    const { params, reply } = call
    const before = loadTeam(call, params.teamId)
    reply.actsOn(teamResource(before.$id))
    return before.name === params.name ? before : updateTeam(call, before, { name: params.name })
  },
})

/** Appwrite 1.9: PUT /v1/teams/:teamId/prefs. All of them are replaced; no log tells of it. */
export const updatePrefs = endpoint({
  method: "PUT",
  path: "/teams/:teamId/prefs",
  scopes: ["teams.write"],
  params: { teamId: required(uid()), prefs: required(assoc()) },
  event: "teams.[teamId].update.prefs",
  model: preferences,
  action: (call) => {
    const { teamId, prefs } = call.params
    const fault = documentFault(prefs, call.project.rules)
    if (fault !== undefined) throw new AppwriteError("document_invalid_structure", fault)
    const before = loadTeam(call, teamId)
    if (encodeJson(before.prefs) !== encodeJson(prefs)) updateTeam(call, before, { prefs })
    return prefs
  },
})

/** @throws AppwriteError `user_unauthorized` */
function updateTeam(call: Call, before: Team, changes: Partial<Pick<Team, "name" | "prefs">>): Team {
  checkMayChangeTeam(call, before)
  const { world, project } = call
  return project.database.teams.replace({ ...before, ...changes, $updatedAt: world.clock.now() })
}
