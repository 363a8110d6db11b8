import type { PlainSample, Sample } from "../../validators/sample.ts"

/** A JSON Schema, as far as seeds need one. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly (string | null)[]
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: false
  readonly anyOf?: readonly JsonSchema[]
}

/** What a validator accepts, as JSON Schema: not more than it accepts, as far as its form goes. */
export function schemaOfSample(sample: Sample): JsonSchema {
  switch (sample.kind) {
    case "list":
      return { type: "array", items: schemaOfPlainSample(sample.item), maxItems: sample.max }
    case "orNull":
      return { anyOf: [schemaOfSample(sample.of), { type: "null" }] }
    case "queries":
      return { type: "array", items: { type: "string" } }
    default:
      return schemaOfPlainSample(sample)
  }
}

const ID = "^[A-Za-z0-9][A-Za-z0-9_.-]*$"
const NEW_ID = "^([A-Za-z0-9][A-Za-z0-9_.-]*|unique\\(\\))$"

function schemaOfPlainSample(sample: PlainSample): JsonSchema {
  switch (sample.kind) {
    case "id":
      return { type: "string", maxLength: sample.max, pattern: sample.isNew ? NEW_ID : ID }
    case "text": {
      const { min, max, pattern } = sample
      return {
        type: "string",
        ...(min > 0 ? { minLength: min } : {}),
        ...(Number.isFinite(max) ? { maxLength: max } : {}),
        ...(pattern === undefined ? {} : { pattern: pattern.source }),
      }
    }
    case "email":
      return { type: "string", format: "email" }
    case "phone":
      return { type: "string", pattern: "^\\+[0-9]{1,15}$" }
    case "password":
      // Its length is counted in bytes, a schema's in characters: only the upper bound is right for both.
      return { type: "string", maxLength: sample.max }
    case "boolean":
      return { type: "boolean" }
    case "integer":
      return { type: "integer", minimum: sample.min, maximum: sample.max }
    case "word":
      return { type: "string", enum: sample.words }
    case "object":
      return { type: "object" }
    case "date":
      return { type: "string", format: "date-time" }
    case "redirectUrl":
      return { type: "string", format: "uri" }
    case "json":
      return {}
  }
}
