import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { identityList, identity as identityModel } from "../../models/identity.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { collectionSource } from "../../queries/record-source.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { text } from "../../validators/text.ts"
import { identityAttributes } from "../identities.ts"
import { isSearch, listRecords } from "../list-records.ts"

/** Appwrite 1.9: GET /v1/users/identities. They have nothing to search in: a search makes the real server fail. */
export const listIdentities = endpoint({
  method: "GET",
  path: "/users/identities",
  scopes: ["users.read"],
  params: {
    queries: optional(queries(identityAttributes), NO_QUERIES),
    search: optional(text(256), ""),
    total: optional(looseBoolean, true),
  },
  legacyQueries: true,
  model: identityList,
  action: (call) => {
    const { params, project } = call
    const { identities } = project.database
    if (isSearch(params.search)) throw project.rules.searchOfIdentities()
    const { page, total } = listRecords(call, {
      source: collectionSource(identities, []),
      queries: params.queries,
      total: params.total,
      cursorName: "User",
      findCursor: (id) => identities.find("$id", id),
      tellsRefusals: false,
    })
    return { total, identities: page }
  },
})

/** Appwrite 1.9: DELETE /v1/users/identities/:identityId. */
export const deleteIdentity = endpoint({
  method: "DELETE",
  path: "/users/identities/:identityId",
  scopes: ["users.write"],
  params: { identityId: required(uid()) },
  audit: "identity.delete",
  event: "users.[userId].identities.[identityId].delete",
  action: ({ project: { database }, params, reply }) => {
    const identity = database.identities.find("$id", params.identityId)
    if (identity === undefined) throw new AppwriteError("user_identity_not_found")
    database.identities.remove(identity)
    reply.concerns({ userId: identity.userId })
    reply.tells(identityModel, identity)
  },
})
