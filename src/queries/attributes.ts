import type { Document } from "../store/document.ts"

/** How the values of an attribute are checked and compared. */
export type AttributeType = "string" | "boolean" | "integer" | "datetime" | "string[]"

/** The attributes that a list can be filtered and ordered by, named as the members of its records. */
export type Attributes = Readonly<Record<string, AttributeType>>

/** Attributes that every list has. */
const INTERNAL: Attributes = {
  $id: "string",
  $createdAt: "datetime",
  $updatedAt: "datetime",
  $sequence: "integer",
}

/** What a record may hold under an attribute; dates are milliseconds since the epoch. */
export type StoredValue = string | number | boolean | null | readonly string[]

/** The type of an attribute, `undefined` if the list has not got it. Names are case-sensitive. */
export function attributeType(attributes: Attributes, name: string): AttributeType | undefined {
  if (Object.hasOwn(INTERNAL, name)) return INTERNAL[name]
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined
}

/** Reads the value of an attribute; one that the record has not got is `null`. */
export type ReadAttribute = (record: Document) => StoredValue

/** How to read an attribute from a record. */
export function readAttribute(name: string): ReadAttribute {
  // The endpoint's declaration says that its records have these members with these types.
  return (record) => (record as Document & Readonly<Record<string, StoredValue | undefined>>)[name] ?? null
}
