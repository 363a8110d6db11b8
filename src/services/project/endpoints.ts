import type { Endpoint } from "../../endpoint.ts"
import { updateAuthMethod } from "./auth-methods.ts"
import { createKey, deleteKey, getKey, listKeys, updateKey } from "./keys.ts"
import {
  createMockPhone,
  deleteMockPhone,
  getMockPhone,
  listMockPhones,
  updateMockPhone,
} from "./mock-phones.ts"
import { getPolicy, listPolicies } from "./policies.ts"
import { updatePolicies } from "./update-policies.ts"

/** The endpoints that a project is set up with. */
export const projectEndpoints: readonly Endpoint[] = [
  listPolicies,
  getPolicy,
  ...updatePolicies,
  updateAuthMethod,
  createMockPhone,
  listMockPhones,
  getMockPhone,
  updateMockPhone,
  deleteMockPhone,
  createKey,
  listKeys,
  getKey,
  updateKey,
  deleteKey,
]
