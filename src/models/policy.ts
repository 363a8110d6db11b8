import { encodeJson } from "../php/json-encode.ts"
import { listModel, type Model } from "./model.ts"

/** A policy of a project: its name and what it is set to. */
export interface PolicyAnswer {
  readonly $id: string
  readonly values: Readonly<Record<string, boolean | number>>
}

/** Appwrite 1.9: the Policy… models, one for each policy. */
export const policy: Model<PolicyAnswer> = {
  name: "policy",
  shape: { kind: "object" },
  write: ({ $id, values }) => encodeJson({ $id, ...values }),
}

/** Appwrite 1.9: PolicyList. */
export const policyList = listModel("policies", policy)
