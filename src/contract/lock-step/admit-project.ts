import { counted } from "../../counted.ts"
import type { JsonObject } from "../json-value.ts"
import type { Target } from "../replay.ts"
import { CannotCompare } from "./cannot-compare.ts"
import { expectObject } from "./expect-object.ts"
import { fictionalPhones } from "./fictional-phones.ts"
import { keyCall } from "./key-call.ts"
import { differingPolicies, readPolicies } from "./project-policies.ts"
import { defaultAreas } from "./walkable-routes.ts"

/** Areas that walks can clean up after. */
const cleanAreas = [...defaultAreas, "project"]

/**
 * Looks whether walks may use a project.
 *
 * @returns whether it has users or teams of others.
 * @throws CannotCompare when it has, but must not; when own users could be mistaken for others; when the server does not
 * tell.
 */
export async function admitProject(
  target: Target,
  areas: readonly string[],
  allowNonEmpty: boolean,
): Promise<boolean> {
  const unknown = areas.find((area) => !cleanAreas.includes(area))
  if (unknown !== undefined)
    throw new CannotCompare(
      `Walks can't clean up after /${unknown}; they can after /${cleanAreas.join(", /")}.`,
    )
  const users = await countOf(target, "/users")
  const teams = areas.includes("teams") ? await countOf(target, "/teams") : 0
  if (users + teams === 0) return false
  if (!allowNonEmpty) {
    throw new CannotCompare(
      `The project "${target.project}" is not empty: it has ${counted(users, "user")} and ${counted(teams, "team")}. Take an empty one, or allow for it.`,
    )
  }
  if (areas.includes("project")) throw new CannotCompare("Settings are changed in empty projects only.")
  for (const text of fictionalPhones) {
    const query = JSON.stringify({ method: "contains", attribute: "phone", values: [text] })
    if ((await countOf(target, `/users?${new URLSearchParams({ "queries[0]": query })}`)) > 0) {
      throw new CannotCompare(`The project has users with phone numbers that walks use: ones with ${text}.`)
    }
  }
  return true
}

async function countOf(target: Target, path: string): Promise<number> {
  const { answer } = await keyCall(target, "GET", path)
  return Number(expectObject(answer, `GET ${path}`).total)
}

/**
 * Looks whether a project has the policies of a new one, as the emulator's has.
 *
 * @returns its policies; none where the key may not read them.
 * @throws CannotCompare when it has others, or when they are to be changed but can't be read.
 */
export async function admitPolicies(
  server: Target,
  emulator: Target,
  areas: readonly string[],
): Promise<readonly JsonObject[]> {
  const policies = await readPolicies(server)
  if (policies.length === 0 && areas.includes("project")) {
    throw new CannotCompare(
      "The key may not read the policies of the project, so that they could not be put back.",
    )
  }
  const others = differingPolicies(policies, await readPolicies(emulator)).map(({ $id }) => String($id))
  if (others.length === 0) return policies
  throw new CannotCompare(`The project has other policies than a new one: ${others.join(", ")}.`)
}
