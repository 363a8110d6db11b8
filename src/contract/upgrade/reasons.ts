import type { Profile } from "../../profiles/profile.ts"
import type { Reason } from "../../profiles/reason.ts"
import { CannotCompare } from "../lock-step/cannot-compare.ts"

/**
 * Why the later version answers otherwise than the earlier one.
 * @throws CannotCompare for versions that no upgrade leads between.
 */
export async function loadReasons(from: Profile, to: Profile): Promise<readonly Reason[]> {
  if (from.name === "1.5" && to.name === "1.9")
    return (await import("../../profiles/1.5-reasons.ts")).reasons15
  throw new CannotCompare(`There is no upgrade from ${from.name} to ${to.name}: it goes from 1.5 to 1.9.`)
}
