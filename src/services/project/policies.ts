import { endpoint } from "../../endpoint.ts"
import { policy, policyList } from "../../models/policy.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { exactWhiteList } from "../../validators/white-list.ts"
import { pageOf } from "./page-of.ts"
import { POLICY_IDS, policyAnswer } from "./policy-answers.ts"

/** Either lets a key read policies: the one is the older name of the other. */
const scopes = ["policies.read", "project.policies.read"] as const

/** Appwrite 1.9: GET /v1/project/policies. */
export const listPolicies = endpoint({
  method: "GET",
  path: "/project/policies",
  scopes,
  params: {
    queries: optional(queries(), NO_QUERIES),
    total: optional(looseBoolean, true),
  },
  model: policyList,
  action: ({ project: { settings }, params }) => ({
    total: params.total ? POLICY_IDS.length : 0,
    policies: pageOf(POLICY_IDS, params.queries).map((id) => policyAnswer(settings, id)),
  }),
})

/** Appwrite 1.9: GET /v1/project/policies/:policyId. */
export const getPolicy = endpoint({
  method: "GET",
  path: "/project/policies/:policyId",
  scopes,
  params: { policyId: required(exactWhiteList(POLICY_IDS)) },
  model: policy,
  action: ({ project, params }) => policyAnswer(project.settings, params.policyId),
})
