import type { Team } from "../project/records/team.ts"
import { date, integer, object, text } from "./members.ts"
import { listModel, model } from "./model.ts"

/** Appwrite 1.9: Team. */
export const team = model<Team>("team", {
  $id: text,
  $createdAt: date,
  $updatedAt: date,
  name: text,
  total: integer,
  prefs: object,
})

/** Appwrite 1.9: TeamList. */
export const teamList = listModel("teams", team)
