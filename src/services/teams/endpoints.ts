import type { Endpoint } from "../../endpoint.ts"
import { updateStatus } from "./accept.ts"
import { createTeam } from "./create.ts"
import { removeTeam } from "./delete.ts"
import { getPrefs, getTeam } from "./get.ts"
import { createMembership } from "./invite.ts"
import { deleteMembership } from "./leave.ts"
import { listTeams } from "./list.ts"
import { listLogs } from "./logs.ts"
import { getMembership, listMemberships } from "./members.ts"
import { updateRoles } from "./roles.ts"
import { updateName, updatePrefs } from "./update.ts"

/** Appwrite 1.9: all endpoints below `/teams`. */
export const teamsEndpoints: readonly Endpoint[] = [
  createTeam,
  listTeams,
  getTeam,
  updateName,
  removeTeam,
  listLogs,
  getPrefs,
  updatePrefs,
  createMembership,
  listMemberships,
  getMembership,
  updateRoles,
  deleteMembership,
  updateStatus,
]
