import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { provider, providerList } from "../../models/provider.ts"
import type { Project } from "../../project/project.ts"
import type { Provider } from "../../project/records/provider.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { collectionSource } from "../../queries/record-source.ts"
import { prepareSearch } from "../../queries/search-term.ts"
import { searchedText } from "../../queries/searched-text.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { text } from "../../validators/text.ts"
import { isSearch, listRecords } from "../list-records.ts"

const attributes = { name: "string", provider: "string", type: "string", enabled: "boolean" } as const

/** Appwrite 1.9: what the search of providers looks at; PHP leaves `"0"` out. */
const searchText = searchedText<Provider>((record) => {
  return [record.$id, record.name, record.provider, record.type].filter((part) => part !== "0").join(" ")
})

/** @throws AppwriteError `provider_not_found` */
function loadProvider({ database }: Project, providerId: string): Provider {
  const found = database.providers.find("$id", providerId)
  if (found === undefined) throw new AppwriteError("provider_not_found")
  return found
}

/** Appwrite 1.9: GET /v1/messaging/providers. */
export const listProviders = endpoint({
  method: "GET",
  path: "/messaging/providers",
  scopes: ["providers.read"],
  params: {
    queries: optional(queries(attributes), NO_QUERIES),
    search: optional(text(256), ""),
    total: optional(looseBoolean, true),
  },
  model: providerList,
  action: (call) => {
    const { params, project } = call
    const { providers } = project.database
    const { page, total } = listRecords(call, {
      source: collectionSource(providers, []),
      queries: params.queries,
      search: isSearch(params.search) ? { term: prepareSearch(params.search), text: searchText } : undefined,
      total: params.total,
      cursorName: "Provider",
      findCursor: (id) => providers.find("$id", id),
      tellsRefusals: false,
    })
    return { total, providers: page }
  },
})

/** Appwrite 1.9: GET /v1/messaging/providers/:providerId. */
export const getProvider = endpoint({
  method: "GET",
  path: "/messaging/providers/:providerId",
  scopes: ["providers.read"],
  params: { providerId: required(uid()) },
  model: provider,
  action: ({ project, params }) => loadProvider(project, params.providerId),
})

/** Appwrite 1.9: DELETE /v1/messaging/providers/:providerId. Targets go on naming it. */
export const deleteProvider = endpoint({
  method: "DELETE",
  path: "/messaging/providers/:providerId",
  scopes: ["providers.write"],
  params: { providerId: required(uid()) },
  event: "providers.[providerId].delete",
  action: ({ project, params }) =>
    project.database.providers.remove(loadProvider(project, params.providerId)),
})
