import { isJsonList, isJsonObject, type JsonObject } from "../json-value.ts"
import type { Target } from "../replay.ts"
import { keyCall } from "./key-call.ts"

/** The policies of a project, as it answers them; none where the key may not read them. */
export async function readPolicies(target: Target): Promise<readonly JsonObject[]> {
  const { body } = (await keyCall(target, "GET", "/project/policies")).answer
  const policies = isJsonObject(body) ? body.policies : undefined
  return isJsonList(policies) ? policies.filter(isJsonObject) : []
}

/** Those of some policies that others, with the same IDs, set otherwise. */
export function differingPolicies(
  policies: readonly JsonObject[],
  others: readonly JsonObject[],
): readonly JsonObject[] {
  return policies.filter((policy) => {
    const other = others.find(({ $id }) => $id === policy.$id)
    return other !== undefined && Object.entries(policy).some(([name, value]) => other[name] !== value)
  })
}

/**
 * Puts policies back.
 *
 * @param policies as `readPolicies` gave them.
 */
export async function restorePolicies(target: Target, policies: readonly JsonObject[]): Promise<void> {
  for (const { $id, ...values } of differingPolicies(policies, await readPolicies(target))) {
    // Appwrite 1.9 answers 0 for no limit, but takes only null for it.
    const body = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value === 0 ? null : value]),
    )
    await keyCall(target, "PATCH", `/project/policies/${String($id)}`, body)
  }
}
