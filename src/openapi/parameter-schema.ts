import type { Sample } from "../validators/sample.ts"
import { nullable, type Schema } from "./schema.ts"

const ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9_.-]*$"
const PHONE_PATTERN = "^\\+[1-9]\\d{1,14}$"

/** What a parameter accepts, as far as a schema can say it: policies of the project are not in it. */
export function parameterSchema(sample: Sample): Schema {
  switch (sample.kind) {
    case "id": {
      const id = { type: "string", maxLength: sample.max, pattern: ID_PATTERN }
      return sample.isNew ? { anyOf: [id, { const: "unique()" }] } : id
    }
    case "text":
      return {
        type: "string",
        ...(sample.min > 0 && { minLength: sample.min }),
        ...(Number.isFinite(sample.max) && { maxLength: sample.max }),
        ...(sample.pattern !== undefined && { pattern: sample.pattern.source }),
      }
    case "email":
      return orEmpty({ type: "string", format: "email" }, sample.mayBeEmpty)
    case "phone":
      return orEmpty({ type: "string", pattern: PHONE_PATTERN }, sample.mayBeEmpty)
    case "password":
      return orEmpty(
        { type: "string", format: "password", minLength: sample.min, maxLength: sample.max },
        sample.mayBeEmpty,
      )
    case "boolean":
      return { type: "boolean" }
    case "integer":
      return { type: "integer", minimum: sample.min, maximum: sample.max }
    case "word":
      return { type: "string", enum: sample.words }
    case "object":
      return { type: "object" }
    case "json":
      return { type: ["object", "array"] }
    case "date":
      return { type: "string", format: "date-time" }
    case "redirectUrl":
      return { type: "string", format: "uri" }
    case "list":
      return { type: "array", items: parameterSchema(sample.item), maxItems: sample.max }
    case "queries":
      return { type: "array", items: { type: "string" }, description: queriesDescription(sample.attributes) }
    case "orNull":
      return nullable(parameterSchema(sample.of))
  }
}

function orEmpty(schema: Schema, mayBeEmpty: boolean): Schema {
  return mayBeEmpty ? { anyOf: [schema, { const: "" }] } : schema
}

function queriesDescription(attributes: Readonly<Record<string, string>> | undefined): string {
  const kinds = 'Queries as JSON texts, such as {"method":"limit","values":[25]}'
  return attributes === undefined
    ? `${kinds}: limit and offset.`
    : `${kinds}. Filters and orders by: ${Object.keys(attributes).join(", ")}.`
}
