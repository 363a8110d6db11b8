import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { identityList, identity as identityModel } from "../../models/identity.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { listSource } from "../../queries/record-source.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { identityAttributes } from "../identities.ts"
import { listRecords } from "../list-records.ts"
import { ownUser } from "../own-account.ts"

/** Appwrite 1.9: GET /v1/account/identities. The cursor may be an identity of another user. */
export const listIdentities = endpoint({
  method: "GET",
  path: "/account/identities",
  scopes: ["account"],
  params: {
    queries: optional(queries(identityAttributes), NO_QUERIES),
    total: optional(looseBoolean, true),
  },
  legacyQueries: true,
  model: identityList,
  action: (call) => {
    const { identities } = call.project.database
    const { page, total } = listRecords(call, {
      source: listSource(identities.all("userId", ownUser(call).$id)),
      queries: call.params.queries,
      total: call.params.total,
      cursorName: "Identity",
      findCursor: (id) => identities.find("$id", id),
      tellsRefusals: false,
    })
    return { total, identities: page }
  },
})

/** Appwrite 1.9: DELETE /v1/account/identities/:identityId. Others' can be seen by the server, but not be deleted. */
export const deleteIdentity = endpoint({
  method: "DELETE",
  path: "/account/identities/:identityId",
  scopes: ["account"],
  params: { identityId: required(uid()) },
  event: "users.[userId].identities.[identityId].delete",
  action: (call) => {
    const { identities } = call.project.database
    const identity = identities.find("$id", call.params.identityId)
    if (identity === undefined) throw new AppwriteError("user_identity_not_found")
    if (identity.userId !== ownUser(call).$id) throw new AppwriteError("user_unauthorized")
    identities.remove(identity)
    call.reply.tells(identityModel, identity)
  },
})
