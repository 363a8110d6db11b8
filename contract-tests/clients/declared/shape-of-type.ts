import { type Checker, SymbolFlags, type Type, TypeFlags, type TypeReference } from "typescript/unstable/sync"
import type { DeclaredMember, Shape } from "./shape.ts"

/** Types that a model's members go through; none of Appwrite's holds itself, and none is this deep. */
const DEEPEST = 10

/** What a type says, with what stands for a type parameter in its place: whatever it must extend. */
export function shapeOfType(checker: Checker, type: Type, depth = 0): Shape {
  if (depth > DEEPEST) throw new Error(`${checker.typeToString(type)} is too deep`)
  const { flags } = type
  if (flags & TypeFlags.AnyOrUnknown) return { kind: "anything" }
  if (type.isTypeParameter()) {
    const constraint = checker.getBaseConstraintOfType(type)
    return constraint === undefined ? { kind: "anything" } : shapeOfType(checker, constraint, depth + 1)
  }
  if (flags & TypeFlags.Boolean) return { kind: "boolean" }
  if (type.isUnionType()) {
    const shapes = withoutUndefined(type.getTypes()).map((one) => shapeOfType(checker, one, depth + 1))
    const [only, ...others] = shapes
    return only !== undefined && others.length === 0 ? only : { kind: "either", shapes }
  }
  if (type.isStringLiteralType() || type.isNumberLiteralType() || type.isBooleanLiteralType()) {
    return { kind: "exactly", value: type.value }
  }
  if (flags & TypeFlags.String) return { kind: "text" }
  if (flags & (TypeFlags.Number | TypeFlags.BigInt)) return { kind: "number" }
  if (flags & TypeFlags.Null) return { kind: "null" }
  if (checker.isArrayType(type) && type.isTypeReference()) return listOf(checker, type, depth)
  return { kind: "object", members: membersOf(checker, type, depth) }
}

/** Whether a value of this type may be left out. */
export function mayBeUndefined(type: Type): boolean {
  return type.isUnionType() && withoutUndefined(type.getTypes()).length < type.getTypes().length
}

/** The members of an object, by name. */
export function membersOf(checker: Checker, type: Type, depth = 0): Readonly<Record<string, DeclaredMember>> {
  const members: Record<string, DeclaredMember> = {}
  for (const symbol of checker.getPropertiesOfType(type)) {
    // The types mark their default preferences with a unique symbol, which no answer has.
    if (symbol.name.startsWith("__@")) continue
    const memberType = checker.getTypeOfSymbol(symbol)
    if (memberType === undefined) throw new Error(`${symbol.name} has no type`)
    const optional = (symbol.flags & SymbolFlags.Optional) !== 0 || mayBeUndefined(memberType)
    members[symbol.name] = { shape: shapeOfType(checker, memberType, depth + 1), optional }
  }
  return members
}

function listOf(checker: Checker, type: TypeReference, depth: number): Shape {
  const [item] = checker.getTypeArguments(type)
  return {
    kind: "list",
    of: item === undefined ? { kind: "anything" } : shapeOfType(checker, item, depth + 1),
  }
}

const withoutUndefined = (types: readonly Type[]) =>
  types.filter(({ flags }) => !(flags & TypeFlags.Undefined))
