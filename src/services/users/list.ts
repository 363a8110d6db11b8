import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { userList } from "../../models/user.ts"
import type { User } from "../../project/records/user.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { collectionSource } from "../../queries/record-source.ts"
import { prepareSearch } from "../../queries/search-term.ts"
import { searchedText } from "../../queries/searched-text.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { optional } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { text } from "../../validators/text.ts"
import { isSearch, listRecords } from "../list-records.ts"
import { userAnswer } from "../user-answer.ts"

const attributes = {
  name: "string",
  email: "string",
  phone: "string",
  status: "boolean",
  passwordUpdate: "datetime",
  registration: "datetime",
  emailVerification: "boolean",
  phoneVerification: "boolean",
  labels: "string[]",
  impersonator: "boolean",
} as const

/** Appwrite 1.9: what the search of users looks at; empty parts, and `"0"`, are left out. */
const searchText = searchedText<User>(({ $id, email, name, phone, labels }) => {
  let text = joined(joined(joined(joined("", $id), email), name), phone)
  for (const label of labels) text = joined(text, `label:${label}`)
  return text
})

/** The first search looks at every user, so there are no lists in between. */
function joined(text: string, part: string | null): string {
  if (part === null || part === "" || part === "0") return text
  return text === "" ? part : `${text} ${part}`
}

/** Appwrite 1.9: GET /v1/users. */
export const listUsers = endpoint({
  method: "GET",
  path: "/users",
  scopes: ["users.read"],
  params: {
    queries: optional(queries(attributes), NO_QUERIES),
    search: optional(text(256), ""),
    total: optional(looseBoolean, true),
  },
  legacyQueries: true,
  model: userList,
  action: (call) => {
    const { project, params } = call
    const { users } = project.database
    const { page, total } = listRecords(call, {
      source: collectionSource(users, ["email", "phone"]),
      queries: params.queries,
      search: isSearch(params.search) ? { term: prepareSearch(params.search), text: searchText } : undefined,
      total: params.total,
      cursorName: "User",
      findCursor: (id) => users.find("$id", id),
      tellsRefusals: true,
    })
    const { mostUsersOnPage } = project.rules
    if (page.length > mostUsersOnPage) {
      throw new AppwriteError(
        "general_query_invalid",
        `Invalid query: Query on attribute has greater than ${mostUsersOnPage} values: userInternalId`,
      )
    }
    return { total, users: page.map((user) => userAnswer(project, user)) }
  },
})
