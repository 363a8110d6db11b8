import { nearestName } from "../../nearest-name.ts"
import { isPlainObject } from "../../php/from-javascript.ts"
import type { JsonSchema } from "./json-schema.ts"
import type { Reading } from "./reading.ts"
import type { Read, Shape, Written } from "./shape.ts"

/** A member of an object. */
export interface Member<S> {
  readonly shape: S
  /** For editors. */
  readonly about: string
}

type Members = Readonly<Record<string, Member<Shape<unknown, unknown>>>>

type ShapeOf<M> = M extends Member<infer S> ? S : never

/** An object as it is written. */
export type WrittenObject<N extends Members, O extends Members> = {
  readonly [name in keyof N]: Written<ShapeOf<N[name]>>
} & { readonly [name in keyof O]?: Written<ShapeOf<O[name]>> | undefined }

/** An object as it was read. */
export type ReadObject<N extends Members, O extends Members> = {
  readonly [name in keyof N]: Read<ShapeOf<N[name]>>
} & { readonly [name in keyof O]?: Read<ShapeOf<O[name]>> | undefined }

/** A member with its description. */
export function member<S>(shape: S, about: string): Member<S> {
  return { shape, about }
}

/**
 * An object. Members that it does not know are refused, under the nearest name that it does.
 * @param needed what must be written.
 * @param optional what may be left out.
 */
export function object<const N extends Members, const O extends Members>(
  needed: N,
  optional: O,
): Shape<WrittenObject<N, O>, ReadObject<N, O>> {
  const members = new Map<string, Member<Shape<unknown, unknown>>>(Object.entries({ ...needed, ...optional }))
  const names = [...members.keys()]
  const neededNames = Object.keys(needed)
  const read = (written: unknown, reading: Reading): ReadObject<N, O> | undefined => {
    if (!isPlainObject(written)) {
      reading.refuse("Expected an object")
      return undefined
    }
    const before = reading.count
    const result: Record<string, unknown> = {}
    for (const name of Object.keys(written)) {
      const one = written[name]
      const known = members.get(name)
      if (known === undefined) reading.at(name, () => refuseUnknown(name, names, reading))
      else if (one !== undefined) result[name] = reading.at(name, () => known.shape.read(one, reading))
    }
    for (const name of neededNames) {
      if (written[name] === undefined) reading.at(name, () => reading.refuse("This is missing"))
    }
    return reading.count === before ? (result as ReadObject<N, O>) : undefined
  }
  return {
    read,
    schema: (): JsonSchema => ({
      type: "object",
      properties: Object.fromEntries(
        Array.from(members, ([name, { shape, about }]) => [name, { description: about, ...shape.schema() }]),
      ),
      ...(neededNames.length === 0 ? {} : { required: neededNames }),
      additionalProperties: false,
    }),
  }
}

function refuseUnknown(name: string, names: readonly string[], reading: Reading): void {
  const nearest = nearestName(name, names)
  reading.refuse(
    nearest === undefined
      ? `There is no such member; known are ${names.join(", ")}`
      : `There is no such member; did you mean ${nearest}?`,
  )
}
