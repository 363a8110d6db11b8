import { PhpFloat, type PhpValue } from "./value.ts"

/** What PHP's `gettype` says of the values that JSON and forms can bring. */
export type PhpTypeName = "NULL" | "boolean" | "integer" | "double" | "string" | "array"

/** PHP's `gettype`. Appwrite's query messages use it: `Must be an array, got integer`. */
export function typeName(value: PhpValue): PhpTypeName {
  switch (typeof value) {
    case "string":
      return "string"
    case "number":
    case "bigint":
      return "integer"
    case "boolean":
      return "boolean"
    default:
      if (value === null) return "NULL"
      return value instanceof PhpFloat ? "double" : "array"
  }
}

/**
 * The name of a value's type in the message of a PHP type error (`… must be of type string, array given`),
 * where `true` and `false` are names of their own since PHP 8.3.
 */
export function typeNameInError(
  value: PhpValue,
): "null" | "true" | "false" | "int" | "float" | "string" | "array" {
  switch (typeof value) {
    case "string":
      return "string"
    case "number":
    case "bigint":
      return "int"
    case "boolean":
      return value ? "true" : "false"
    default:
      if (value === null) return "null"
      return value instanceof PhpFloat ? "float" : "array"
  }
}
