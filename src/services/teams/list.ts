import { endpoint } from "../../endpoint.ts"
import { teamList } from "../../models/team.ts"
import type { Team } from "../../project/records/team.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { collectionSource, listSource } from "../../queries/record-source.ts"
import { prepareSearch } from "../../queries/search-term.ts"
import { searchedText } from "../../queries/searched-text.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { optional } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { text } from "../../validators/text.ts"
import { isSearch, listRecords } from "../list-records.ts"
import { findTeam, ownTeams } from "./access.ts"

const attributes = { name: "string", total: "integer" } as const

/** Appwrite 1.9: what the search of teams looks at. */
const searchText = searchedText<Team>(({ $id, name }) => `${$id} ${name}`)

/** Appwrite 1.9: GET /v1/teams: all for API keys, for users those that they are members of. */
export const listTeams = endpoint({
  method: "GET",
  path: "/teams",
  scopes: ["teams.read"],
  params: {
    queries: optional(queries(attributes), NO_QUERIES),
    search: optional(text(256), ""),
    total: optional(looseBoolean, true),
  },
  legacyQueries: true,
  model: teamList,
  action: (call) => {
    const { project, caller, params } = call
    const { page, total } = listRecords(call, {
      source:
        caller.role === "applications"
          ? collectionSource(project.database.teams, [])
          : listSource(ownTeams(call)),
      queries: params.queries,
      search: isSearch(params.search) ? { term: prepareSearch(params.search), text: searchText } : undefined,
      total: params.total,
      cursorName: "Team",
      findCursor: (id) => findTeam(call, id),
      tellsRefusals: false,
    })
    return { total, teams: page }
  },
})
