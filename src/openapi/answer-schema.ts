import type { MemberShape, Shape } from "../models/shape.ts"
import { nullable, type Schema } from "./schema.ts"

/** A date, `""` for none, and in a few answers the date as the server's database holds it. */
const DATE_PATTERN = "^(\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d:\\d\\d\\.\\d{3})(\\+00:00)?)?$"

/** Takes note of a model and tells where its schema will be found. */
export type Refer = (name: string, members: Readonly<Record<string, MemberShape>>) => Schema

/** What an answer holds in one place. */
export function answerSchema(shape: Shape, refer: Refer): Schema {
  switch (shape.kind) {
    case "model":
      return refer(shape.name, shape.members)
    case "text":
    case "plainText":
      return { type: "string" }
    case "date":
      return { type: "string", pattern: DATE_PATTERN }
    case "flag":
      return { type: "boolean" }
    case "integer":
      return { type: "integer" }
    case "object":
      return { type: "object" }
    case "anything":
      return {}
    case "list":
      return { type: "array", items: answerSchema(shape.of, refer) }
    case "orNull":
      return nullable(answerSchema(shape.of, refer))
  }
}

/** A model: all of its members are always there, in the newest response format. */
export function modelSchema(members: Readonly<Record<string, MemberShape>>, refer: Refer): Schema {
  const properties: Record<string, Schema> = {}
  for (const [name, { shape, since }] of Object.entries(members)) {
    const schema = answerSchema(shape, refer)
    properties[name] = since === undefined ? schema : { ...schema, "x-since": since }
  }
  return { type: "object", properties, required: Object.keys(members), additionalProperties: false }
}
