import { Misshapen, placed, type Shape } from "./shape.ts"

/** A shape for each member of a type: the compiler asks for those that are missing. */
export type MemberShapes<T> = { readonly [name in keyof T]-?: Shape<T[name]> }

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

/** An object with exactly these members, which stay in the order in which they are written. */
export function object<T extends object>(members: MemberShapes<T>): Shape<T> {
  const shapes = new Map<string, Shape<unknown>>(Object.entries(members))
  return (value) => {
    const written = anyObject(value)
    const names = Object.keys(written)
    const read: Record<string, unknown> = {}
    for (const name of names) {
      const shape = shapes.get(name)
      if (shape === undefined) throw new Misshapen(`there is no member ${JSON.stringify(name)}`)
      try {
        read[name] = shape(written[name])
      } catch (error) {
        throw placed(error, name)
      }
    }
    if (names.length < shapes.size) {
      const missing = [...shapes.keys()].filter((name) => !(name in read))
      throw new Misshapen(`${missing.join(", ")} is missing`)
    }
    // Each member was read by the shape of its own type.
    return read as T
  }
}
