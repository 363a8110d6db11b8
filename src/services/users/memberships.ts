import { endpoint } from "../../endpoint.ts"
import { serverFault } from "../../errors.ts"
import { membershipList } from "../../models/membership.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { listSource } from "../../queries/record-source.ts"
import { prepareSearch } from "../../queries/search-term.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { text } from "../../validators/text.ts"
import { isInCopy } from "../copied-user.ts"
import { isSearch, listRecords } from "../list-records.ts"
import { loadUser } from "../load-user.ts"
import { membershipAnswer, membershipAttributes, membershipSearchText } from "../memberships.ts"

/**
 * Appwrite 1.9: GET /v1/users/:userId/memberships. The total is that of the page, and the cursor's record is not looked
 * up, which makes the real server fail. Of the user only name and email are filled in.
 */
export const listMemberships = endpoint({
  method: "GET",
  path: "/users/:userId/memberships",
  scopes: ["users.read"],
  params: {
    userId: required(uid()),
    queries: optional(queries(membershipAttributes), NO_QUERIES),
    search: optional(text(256), ""),
    total: optional(looseBoolean, true),
  },
  model: membershipList,
  action: (call) => {
    const { project, params } = call
    const { memberships, teams } = project.database
    const user = loadUser(project, params.userId)
    if (params.queries.cursor !== undefined) throw serverFault("the cursor is no document")
    const { page } = listRecords(call, {
      source: listSource(memberships.all("userId", user.$id).filter(isInCopy)),
      queries: { ...params.queries, limit: params.queries.limit ?? project.rules.teams.mostOfUser },
      search: isSearch(params.search)
        ? { term: prepareSearch(params.search), text: membershipSearchText }
        : undefined,
      total: false,
      cursorName: "Membership",
      findCursor: () => undefined,
      tellsRefusals: false,
    })
    return {
      total: params.total ? page.length : 0,
      memberships: page.map((membership) =>
        membershipAnswer(membership, user, teams.find("$id", membership.teamId)?.name ?? ""),
      ),
    }
  },
})
