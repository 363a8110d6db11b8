import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { membership, membershipList } from "../../models/membership.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { listSource } from "../../queries/record-source.ts"
import { prepareSearch } from "../../queries/search-term.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { text } from "../../validators/text.ts"
import { isSearch, listRecords } from "../list-records.ts"
import { membershipAttributes, membershipSearchText } from "../memberships.ts"
import { checkIsOfTeam, findMembership, loadTeam } from "./access.ts"
import { memberAnswer } from "./member-answer.ts"

/** Appwrite 1.9: GET /v1/teams/:teamId/memberships. The cursor may be a membership of another team. */
export const listMemberships = endpoint({
  method: "GET",
  path: "/teams/:teamId/memberships",
  scopes: ["teams.read"],
  params: {
    teamId: required(uid()),
    queries: optional(queries(membershipAttributes), NO_QUERIES),
    search: optional(text(256), ""),
    total: optional(looseBoolean, true),
  },
  legacyQueries: true,
  model: membershipList,
  action: (call) => {
    const { project, params } = call
    const team = loadTeam(call, params.teamId)
    const { page, total } = listRecords(call, {
      source: listSource(project.database.memberships.all("teamId", team.$id)),
      queries: params.queries,
      search: isSearch(params.search)
        ? { term: prepareSearch(params.search), text: membershipSearchText }
        : undefined,
      total: params.total,
      cursorName: "Membership",
      findCursor: (id) => findMembership(call, id),
      tellsRefusals: false,
    })
    return { total, memberships: page.map((record) => memberAnswer(call, record, team.name)) }
  },
})

/** Appwrite 1.9: GET /v1/teams/:teamId/memberships/:membershipId. */
export const getMembership = endpoint({
  method: "GET",
  path: "/teams/:teamId/memberships/:membershipId",
  scopes: ["teams.read"],
  params: { teamId: required(uid()), membershipId: required(uid()) },
  model: membership,
  action: (call) => {
    const team = loadTeam(call, call.params.teamId)
    const found = findMembership(call, call.params.membershipId)
    if (found === undefined) throw new AppwriteError("membership_not_found")
    checkIsOfTeam(found, team)
    return memberAnswer(call, found, team.name)
  },
})
