import { endpoint } from "../../endpoint.ts"
import { account } from "../../models/account.ts"
import { logList } from "../../models/log.ts"
import { preferences } from "../../models/preferences.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { optional } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { logsOf } from "../logs.ts"
import { accountAsLoaded, ownUser } from "../own-account.ts"
import { readPrefs } from "../prefs.ts"

/** Appwrite 1.9: GET /v1/account. */
export const getAccount = endpoint({
  method: "GET",
  path: "/account",
  scopes: ["account"],
  params: {},
  model: account,
  action: accountAsLoaded,
})

/** Appwrite 1.9: GET /v1/account/prefs. */
export const getPrefs = endpoint({
  method: "GET",
  path: "/account/prefs",
  scopes: ["account"],
  params: {},
  model: preferences,
  action: (call) => readPrefs(call.project, ownUser(call).prefs),
})

/** Appwrite 1.9: GET /v1/account/logs. */
export const listLogs = endpoint({
  method: "GET",
  path: "/account/logs",
  scopes: ["account"],
  params: {
    queries: optional(queries(), NO_QUERIES),
    total: optional(looseBoolean, true),
  },
  legacyQueries: true,
  model: logList,
  action: async (call) => {
    const page = await logsOf(call.project, ownUser(call), call.params.queries, call.params.total)
    return () => page
  },
})
