import { isJsonObject } from "../json-value.ts"
import { isPath } from "../request-path.ts"
import type { Step } from "../transcript.ts"

/** Something that a step made: where it is, below `/v1`. */
export interface MadeThing {
  readonly kind: "user" | "team" | "provider" | "key" | "mock phone"
  readonly path: string
}

/** How a successful POST to a path tells what it made. */
interface Maker {
  readonly kind: MadeThing["kind"]
  readonly path: string
  /** Member of the answer that holds its ID. */
  readonly id: string
  readonly at: string
}

// Source: Appwrite 1.9. The lower ones make a user only if there is none yet.
const makers: readonly Maker[] = [
  { kind: "user", path: "/users", id: "$id", at: "/users" },
  { kind: "user", path: "/users/*", id: "$id", at: "/users" },
  { kind: "user", path: "/account", id: "$id", at: "/users" },
  { kind: "team", path: "/teams", id: "$id", at: "/teams" },
  { kind: "provider", path: "/messaging/providers/*", id: "$id", at: "/messaging/providers" },
  { kind: "key", path: "/project/keys", id: "$id", at: "/project/keys" },
  { kind: "mock phone", path: "/project/mock-phones", id: "number", at: "/project/mock-phones" },
  { kind: "user", path: "/account/sessions/*", id: "userId", at: "/users" },
  { kind: "user", path: "/account/tokens/*", id: "userId", at: "/users" },
  { kind: "user", path: "/teams/*/memberships", id: "userId", at: "/users" },
]

/** What steps made, or may have made: of a user it must still be asked whether it is older than the run. */
export function madeThings(steps: readonly Step[]): readonly MadeThing[] {
  const things = steps.flatMap(({ method, path, answer }) => {
    const maker = makers.find((maker) => method === "POST" && isPath(path, maker.path))
    if (maker === undefined || answer.status !== 201 || !isJsonObject(answer.body)) return []
    const id = answer.body[maker.id]
    return typeof id === "string" && id !== "" ? [{ kind: maker.kind, path: `${maker.at}/${id}` }] : []
  })
  return [...new Map(things.map((thing) => [thing.path, thing])).values()]
}
