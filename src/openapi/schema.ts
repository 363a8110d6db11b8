/** A schema of OpenAPI 3.1, that is of JSON Schema 2020-12. */
export interface Schema {
  readonly [keyword: string]: unknown
}

/** What `schema` allows, or `null`. */
export function nullable(schema: Schema): Schema {
  const { type } = schema
  return typeof type === "string" && schema.enum === undefined
    ? { ...schema, type: [type, "null"] }
    : { anyOf: [schema, { type: "null" }] }
}
