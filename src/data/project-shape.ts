import type { ProfileName } from "../profiles/profile.ts"
import { PROFILE_NAMES } from "../profiles/profiles.ts"
import type { ApiKey, KeyScopes } from "../project/api-key.ts"
import type { CollectionName } from "../project/database-state.ts"
import { CONSOLE, isProjectId } from "../project/project-id.ts"
import { isCollection } from "./record-shapes.ts"
import { object } from "./shapes/object.ts"
import { listOf, moment, orNull, text, whole } from "./shapes/plain.ts"
import { Misshapen, type Shape } from "./shapes/shape.ts"

/** A project without what it holds. */
export interface ProjectHead {
  readonly id: string
  readonly name: string
  /** The version of Appwrite that it is served as. */
  readonly appwrite: ProfileName
  readonly keys: readonly ApiKey[]
}

/** What a file says before the records of a collection. */
export interface CollectionHead {
  readonly collection: CollectionName
  /** Number of the last record that was ever in it. */
  readonly lastSequence: number
}

const projectId: Shape<string> = (value) => {
  const id = text(value)
  if (isProjectId(id) && id !== CONSOLE) return id
  throw new Misshapen("this can't be the ID of a project")
}

const profileName: Shape<ProfileName> = (value) => {
  const read = text(value)
  const known = PROFILE_NAMES.find((name) => name === read)
  if (known !== undefined) return known
  throw new Misshapen(`expected one of ${PROFILE_NAMES.join(", ")}`)
}

const scopes: Shape<KeyScopes> = (value) => (value === "all" ? "all" : new Set(listOf(text)(value)))

export const projectHead: Shape<ProjectHead> = object({
  id: projectId,
  name: text,
  appwrite: profileName,
  keys: listOf(object({ name: text, secret: text, scopes, expire: orNull(moment) })),
})

const collectionName: Shape<CollectionName> = (value) => {
  const name = text(value)
  if (isCollection(name)) return name
  throw new Misshapen(`there is no collection ${JSON.stringify(name)}`)
}

const number: Shape<number> = (value) => {
  const read = whole(value)
  if (read >= 0) return read
  throw new Misshapen("expected a whole number from 0")
}

export const collectionHead: Shape<CollectionHead> = object({
  collection: collectionName,
  lastSequence: number,
})
