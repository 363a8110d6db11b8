import { Misshapen, placed, type Shape } from "./shape.ts"

/** Names of the members that may be missing. */
type OptionalName<T> = {
  [name in keyof T]-?: Record<never, never> extends Pick<T, name> ? name : never
}[keyof T]

/** A shape for each member of a type that is always there: the compiler asks for those that are missing. */
export type MemberShapes<T> = { readonly [name in Exclude<keyof T, OptionalName<T>>]: Shape<T[name]> }

/** A shape for each of the others. */
type OptionalShapes<T> = { readonly [name in OptionalName<T>]-?: Shape<Exclude<T[name], undefined>> }

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: unknown
}

/** Any JSON object. */
export const anyObject: Shape<JsonObject> = (value) => {
  if (isObject(value)) return value
  throw new Misshapen("expected an object")
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/**
 * An object with exactly these members, which stay in the order in which they are written.
 * @param optional those that may be missing, if there are any.
 */
export function object<T extends object>(
  members: MemberShapes<T>,
  ...optional: [OptionalName<T>] extends [never] ? [] : [OptionalShapes<T>]
): Shape<T> {
  const needed = Object.keys(members)
  const shapes = new Map<string, Shape<unknown>>(
    Object.entries<Shape<unknown>>(Object.assign({}, members, ...optional)),
  )
  return (value) => {
    const written = anyObject(value)
    // A copy has the form that the parser gave it, of which the engine makes more than of one that grows by each member.
    const read: Record<string, unknown> = { ...written }
    for (const name of Object.keys(written)) {
      const shape = shapes.get(name)
      if (shape === undefined) throw new Misshapen(`there is no member ${JSON.stringify(name)}`)
      try {
        const member = shape(written[name])
        if (member !== written[name]) read[name] = member
      } catch (error) {
        throw placed(error, name)
      }
    }
    const missing = needed.filter((name) => !Object.hasOwn(read, name))
    if (missing.length > 0) throw new Misshapen(`${missing.join(", ")} is missing`)
    // Each member was read by the shape of its own type.
    return read as T
  }
}
